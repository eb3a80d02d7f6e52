// What every pass knows about this frame. Mirrored by render/frame.h; vec4 and mat4 only.
layout(std140) uniform Frame {
  mat4 world_to_clip;
  mat4 world_to_view;
  mat4 view_to_clip;
  mat4 world_to_shadow;      // to 0-1, for the shadow map
  vec4 eye;                  // xyz; w: phase of slow motion, 0-1
  vec4 key_direction;        // towards the light; w: 1 where a shadow map is drawn
  vec4 fill_direction;       // w: spacing of the taps of soft shadows, in the shadow map's 0-1
  vec4 rim_direction;
  vec4 up_direction;         // towards the sky of the hemisphere light; w: 1 = the inside of a hollow surface is marked
  vec4 key_colour;           // linear; w: width of a shadow texel in mm
  vec4 fill_colour;
  vec4 rim_colour;           // w: how much more opaque thin layers are drawn, so that they show on white
  vec4 sky_colour;
  vec4 ground_colour;
  vec4 background_top;       // such that the filmic curve gives the wanted colour; w: white of that curve
  vec4 background_bottom;    // w: strength of the vignette
  vec4 size;                 // of the whole picture in pixels: width, height, 1 / width, 1 / height
  vec4 tile;                 // the part of it drawn now: its lower left corner in pixels; 1 / width, 1 / height
  vec4 lens;                 // tan of half the field of view, across and up; near, far
  vec4 focus;                // depth of field: mm to what is sharp; mm about it that are; strength
  vec4 cuts[3];              // planes that lift off what lies beyond: normal, offset in mm
  vec4 peel;                 // a ball that is empty: centre, radius
};

// In the low look the lights of the frame's profile are constants of the program: a software rasteriser reads every
// number of a block anew for each pixel.
#ifndef LOW
#define KEY_LIGHT key_colour.rgb
#define FILL_LIGHT fill_colour.rgb
#define RIM_LIGHT rim_colour.rgb
#define SKY_LIGHT sky_colour.rgb
#define GROUND_LIGHT ground_colour.rgb
#define THIN_SHOWS rim_colour.w
#define WHITE background_top.w
#endif

// Closed-in places darken towards warm brown, never black: #6B5A45 (anatomy page, section 11), linear.
const vec3 kClosedIn = vec3(0.1470, 0.1022, 0.0595);

// Whether a place is gone, or would be but for `slack` mm.
bool is_lifted(vec3 p, float slack) {
  return dot(cuts[0].xyz, p) > cuts[0].w + slack || dot(cuts[1].xyz, p) > cuts[1].w + slack ||
         dot(cuts[2].xyz, p) > cuts[2].w + slack || distance(p, peel.xyz) < peel.w - slack;
}
