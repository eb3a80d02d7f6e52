// A crushed stretch of nerve: a waist about 4 mm long, and a bruise a little longer. Lengths in mm.

// Share by which the nerve is narrowed at this distance from the crush.
float pinch(float away, float bruise) {
  return (0.12 + 0.30 * bruise) * bell(0.28 * away * away);
}

// How dark red-brown it is there.
float bruised(float away, float bruise) {
  return 0.85 * bruise * bell(0.10 * away * away);
}

const vec3 kBruise = vec3(0.20, 0.035, 0.03);
