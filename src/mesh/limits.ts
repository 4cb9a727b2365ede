/** What bounds the memory of a run. */

/** So many tokens of one author may wait to be validated; that is what its disk has room for. */
export const maxBacklog = 50_000;
/** So many tokens a run holds: a hundred bytes each, and more in a mesh of many agents. */
export const maxTokens = 5_000_000;
