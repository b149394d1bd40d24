/**
 * Whether the session `s` lives at `now`, as SQL: neither its life nor the time that it may lie unused is over. The one
 * rule of who is signed in, and until when.
 */
export const isLiveSession = (s: string, now = 'clock_timestamp()') =>
  `(${s}.expires_at > ${now} and ${s}.last_seen_at + make_interval(secs => ${s}.idle_seconds) > ${now})`
