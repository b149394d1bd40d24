/** What a state, a notice or a button feels like. A tone never stands alone: a word and an icon say the same. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'
