/** What a person takes along: loaded when it is first asked for. */
export { commandLine } from './command-line.ts';
export { filmStage, saveStage } from './picture.ts';
export { savePlots } from './save-plots.ts';
