// Curves in plain arithmetic: in a vertex shader sin, cos and exp crash llvmpipe (LLVM 15, vectors of 128 bits).

// A smooth wave of period 1, much like a sine.
float wave(float turns) {
  float x = abs(fract(turns) - 0.5) * 4.0 - 1.0;
  return x * (1.5 - 0.5 * x * x);
}

// Falls from 1 at 0 much like e^-x, x >= 0.
float bell(float x) {
  float near_one = 1.0 + x * (0.25 + x * 0.03125);
  near_one *= near_one;
  return 1.0 / (near_one * near_one);
}
