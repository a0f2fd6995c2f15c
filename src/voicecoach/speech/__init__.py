"""Words to finished clips: normalization, engines, fallback, loudness and cache."""
