import pino from 'pino'

/** One line of JSON per thing worth knowing to whoever runs the portal. Never a token, a password or an address typed. */
export const log = pino({ base: { app: 'latchkey' }, redact: ['token', 'password', 'secret'] })
