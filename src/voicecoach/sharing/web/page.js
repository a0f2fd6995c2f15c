// The list, the player, and what the lock screen shows. Everything that comes from a file is set as text.
"use strict";

const part = (id) => document.getElementById(id);
const sound = part("sound");
const SKIP = 10;
const AGAIN = 3; // seconds into a step from which "previous" means its beginning
const [TRIANGLE, BARS] = ["M7 4l13 8-13 8z", "M6 4h4v16H6zM14 4h4v16h-4z"];
let workouts = [];
let current = null;
let step = -1;

function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (number) => String(number).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

function size(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function made(tag, text, traits = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(traits)) element.setAttribute(name, value);
  return element;
}

function length() {
  return Number.isFinite(sound.duration) ? sound.duration : current.seconds;
}

function stepAt(seconds) {
  // A seek may land a hair before where it was sent.
  return current.chapters.findLastIndex((chapter) => chapter.start <= seconds + 0.05);
}

function seek(seconds) {
  sound.currentTime = Math.min(Math.max(0, seconds), length() || 0);
  show();
}

function previous() {
  const begun = current.chapters[step] && sound.currentTime - current.chapters[step].start > AGAIN;
  const target = current.chapters[begun ? step : step - 1];
  seek(target ? target.start : 0);
}

function following() {
  const target = current.chapters[step + 1];
  if (target) seek(target.start);
}

function start() {
  part("trouble").textContent = "";
  sound.play().catch((error) => {
    if (error.name !== "AbortError") part("trouble").textContent = "This cannot be played. Is the computer still sharing it?";
  });
}

function toggle() {
  if (sound.paused) start(); else sound.pause();
}

function tell() {
  // What the lock screen, a watch and a car show.
  if (!("mediaSession" in navigator)) return;
  const chapter = current.chapters[step];
  navigator.mediaSession.metadata = new MediaMetadata({
    title: chapter ? chapter.title : current.title,
    artist: current.title,
    album: "voicecoach",
    artwork: current.cover ? [{ src: new URL(current.cover, document.baseURI).href }] : [],
  });
}

function tellPlace() {
  if (!("mediaSession" in navigator) || !navigator.mediaSession.setPositionState || !length()) return;
  navigator.mediaSession.setPositionState({
    duration: length(), playbackRate: sound.playbackRate, position: Math.min(sound.currentTime, length()),
  });
}

function showStep() {
  const [now, next] = [current.chapters[step], current.chapters[step + 1]];
  part("step").textContent = now ? now.title : current.title;
  part("next").textContent = next ? `Next: ${next.title}` : "";
  part("chapters").querySelectorAll("button").forEach((button, index) => {
    if (index === step) button.setAttribute("aria-current", "step"); else button.removeAttribute("aria-current");
  });
  tell();
}

function show() {
  const seconds = sound.currentTime;
  const now = stepAt(seconds);
  if (now !== step) {
    step = now;
    showStep();
  }
  const end = current.chapters[step] ? current.chapters[step].end : length();
  part("left").textContent = clock(Math.ceil(end - seconds));
  part("passed").textContent = clock(seconds);
  part("length").textContent = clock(length());
  part("place").max = Math.max(1, Math.floor(length()));
  part("place").value = Math.floor(seconds);
  part("place").setAttribute("aria-valuetext", `${clock(seconds)} of ${clock(length())}`);
}

function chapterButton(chapter) {
  const button = made("button", "", { type: "button" });
  button.append(made("span", chapter.title), made("span", clock(chapter.start)));
  button.addEventListener("click", () => seek(chapter.start));
  const row = document.createElement("li");
  row.append(button);
  return row;
}

function open(workout, play) {
  current = workout;
  step = -2;
  sound.src = workout.sound;
  part("player").hidden = false;
  part("workout").textContent = workout.title;
  part("chapters").replaceChildren(...workout.chapters.map(chapterButton));
  part("steps").hidden = !workout.chapters.length;
  part("list").querySelectorAll("button").forEach((button, index) => {
    if (workouts[index] === workout) button.setAttribute("aria-current", "true"); else button.removeAttribute("aria-current");
  });
  show();
  if (play) start();
}

function row(workout) {
  const item = document.createElement("li");
  const button = made("button", workout.title, { type: "button" });
  const facts = [workout.seconds ? clock(workout.seconds) : "", size(workout.size)].filter(Boolean).join(", ");
  button.append(made("small", facts));
  button.addEventListener("click", () => open(workout, true));
  const save = made("a", "Save", {
    class: "save", href: workout.sound, download: workout.name, "aria-label": `Save ${workout.title}`,
  });
  item.append(button, save);
  return item;
}

function answerKeys() {
  // Lock screen, headset and keyboard.
  if (!("mediaSession" in navigator)) return;
  const answers = {
    play: start,
    pause: () => sound.pause(),
    stop: () => sound.pause(),
    previoustrack: previous,
    nexttrack: following,
    seekbackward: (wish) => seek(sound.currentTime - (wish.seekOffset || SKIP)),
    seekforward: (wish) => seek(sound.currentTime + (wish.seekOffset || SKIP)),
    seekto: (wish) => seek(wish.seekTime),
  };
  for (const [action, answer] of Object.entries(answers)) {
    try {
      navigator.mediaSession.setActionHandler(action, answer);
    } catch {
      // a browser that does not know this one
    }
  }
}

function showState() {
  part("picture").setAttribute("d", sound.paused ? TRIANGLE : BARS);
  part("play").setAttribute("aria-label", sound.paused ? "Play" : "Pause");
  if ("mediaSession" in navigator) navigator.mediaSession.playbackState = sound.paused ? "paused" : "playing";
  tellPlace();
}

async function begin() {
  const feed = new URL("feed.xml", document.baseURI);
  part("podcast").href = feed.href.replace(/^https?:/, "podcast:");
  part("play").addEventListener("click", toggle);
  part("previous").addEventListener("click", previous);
  part("following").addEventListener("click", following);
  part("back").addEventListener("click", () => seek(sound.currentTime - SKIP));
  part("ahead").addEventListener("click", () => seek(sound.currentTime + SKIP));
  part("place").addEventListener("input", (event) => seek(Number(event.target.value)));
  for (const event of ["timeupdate", "loadedmetadata", "seeked"]) sound.addEventListener(event, show);
  for (const event of ["play", "pause", "ended"]) sound.addEventListener(event, showState);
  for (const event of ["loadedmetadata", "seeked", "ratechange"]) sound.addEventListener(event, tellPlace);
  answerKeys();
  const answer = await fetch("workouts.json");
  workouts = await answer.json();
  part("list").replaceChildren(...workouts.map(row));
  part("status").textContent = "";
  open(workouts[0], false);
}

begin().catch(() => {
  part("status").textContent = "The list cannot be loaded. Is the computer still sharing it?";
});
