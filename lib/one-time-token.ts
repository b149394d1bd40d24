/** What became of a one-time token, as whoever holds it is told. */
export type TokenState = 'ready' | 'unknown' | 'used' | 'replaced' | 'expired' | 'elsewhere'
