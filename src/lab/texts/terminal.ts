/** How the laboratory is called from a terminal in the project's folder; what it is asked for follows. */
export const terminalCommand = 'npm run -s chorus --';
