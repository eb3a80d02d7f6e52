// A part in the beam of a radiograph, or a skin within it. Mirrored by render/radiograph.h.
layout(std140) uniform Body {
  vec4 beam;   // attenuation per mm; mm from the source that count as none; which skin
  vec4 shaft;  // a place on the axis of a long bone, where it is cut; w: 1 = has a shaft
  vec4 axis;   // towards the joint; w: mm from the cut to the joint
  vec4 plate;  // xy: sclerosis under the joint surface, see cortex.glsl
};

// The sums of a film are exact and need no float target: a number of 12 bits is written as four digits of base 8, one a
// channel, and 36 layers add up before a channel of 8 bits overflows.
const float kFull = 16.0;  // attenuation that the largest number stands for
