/**
 * Phaser's own core entry: 210 kB gz against 354. Everything the theatre shows is an Image over a painted canvas, and
 * the core already has the factory for that. Types come from `phaser`.
 */
import Phaser from 'phaser-src/phaser-core.js'

export default Phaser
