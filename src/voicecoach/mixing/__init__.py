"""Events with their sounds -> blocks of samples.

Every function of sound here is finite: a frame of the output depends on the events around it and on nothing that was
rendered before. So a block depends on its position alone, and pause, seek and export give the same samples.
"""
