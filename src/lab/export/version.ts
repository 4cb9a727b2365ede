/** The program's own version, that of `package.json`: written into every run, for another version may give other bits. */
export const programVersion = '0.1.0';
