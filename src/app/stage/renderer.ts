/**
 * The part of three that draws, made ready apart from the scene: to run its code takes as long as that of all else in the scene
 * together, and the page answers in between.
 */
export { WebGLRenderer } from 'three';
