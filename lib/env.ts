import { z } from 'zod'
import { parseHost } from './host.ts'

/** The one place that reads the process's settings. A wrong one stops the start with one clear line. */

const url = (protocols: readonly string[]) =>
  z.string().refine(text => protocols.some(p => text.startsWith(`${p}://`)) && URL.canParse(text), {
    message: `must be an address that starts with ${protocols.map(p => `${p}://`).join(' or ')}`,
  })

const secret = z.string().min(32, 'must have at least 32 characters')

/** What another system knows the portal by. */
const key = z.string().min(16, 'must have at least 16 characters')

/** Keys, tokens and people's words travel there: never in the clear, but on the machine itself. */
const sealed = z
  .string()
  .refine(
    isSealed,
    'must be an address that starts with https:// (http:// only on 127.0.0.1 and localhost, for tests)',
  )

function isSealed(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname))
}

const sealedOrigin = sealed.refine(
  text => URL.canParse(text) && new URL(text).origin === text,
  'must be the origin of an address, without a path',
)

/** What goes there is not sealed, so it goes no further than this machine. */
const loopback = z
  .string()
  .regex(
    /^(?:127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/,
    'must be host:port on this machine, like 127.0.0.1:5488: it is for tests and local use only',
  )

/** The serverless driver takes no other: it is made for poolers, which a direct connection would go past. */
function isPooled(text: string): boolean {
  return text.includes('-pooler.') || (URL.canParse(text) && new URL(text).hostname === 'localhost')
}

const flag = z
  .enum(['', '0', '1'])
  .optional()
  .transform(value => value === '1')

const settings = z.object({
  NODE_ENV: z.string().default('production'),
  DATABASE_URL: url(['postgres', 'postgresql']).optional(),
  POSTGRES_URL: url(['postgres', 'postgresql']).optional(),
  POSTGRES_PROXY: loopback.optional(),
  AUTH_SECRET: secret,
  RESEND_API_KEY: z.string().min(1).optional(),
  RESEND_BASE_URL: url(['http', 'https']).optional(),
  RESEND_WEBHOOK_SECRET: z.string().min(1).optional(),
  CARRIER_WEBHOOK_SECRET: secret.optional(),
  BACKOFFICE_URL: sealed.optional(),
  BACKOFFICE_KEY: key.optional(),
  CARRIER_URL: sealed.optional(),
  CARRIER_KEY: key.optional(),
  MESSAGE_MONTHS: z.coerce.number().int().min(1).max(120).default(24),
  CALL_LOG_MONTHS: z.coerce.number().int().min(1).max(120).default(13),
  CRON_SECRET: secret.optional(),
  PUBLIC_SCHEME: z.enum(['http', 'https']).default('https'),
  PUBLIC_HOST: z
    .string()
    .refine(text => parseHost(text) !== null, 'must be a host name in small letters, without scheme and port')
    .optional(),
  PUBLIC_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  MAIL_RATE: z.coerce.number().positive().max(1000).default(2),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(20),
  LATCHKEY_DEMO: flag,
  MICROSOFT_AUTHORITY: sealedOrigin.default('https://login.microsoftonline.com'),
})

/** Every setting of the portal, by its name in the environment: what is read here, and what the build reads. */
export const settingNames: readonly string[] = [
  ...Object.keys(settings.shape).filter(name => name !== 'NODE_ENV'),
  'NEXT_DIST_DIR',
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
]

const schema = settings
  .refine(env => env.DATABASE_URL || env.POSTGRES_URL, { message: 'DATABASE_URL or POSTGRES_URL is needed' })
  .refine(env => env.DATABASE_URL || !env.POSTGRES_URL || isPooled(env.POSTGRES_URL), {
    message:
      'POSTGRES_URL must name a pooled address, whose host has -pooler. in it (or localhost); name any other database with DATABASE_URL',
  })
  .refine(env => !env.POSTGRES_PROXY || env.POSTGRES_URL, {
    message: 'POSTGRES_PROXY leads to the database that POSTGRES_URL names: set that too',
  })
  .refine(env => !env.BACKOFFICE_URL === !env.BACKOFFICE_KEY, {
    message: 'BACKOFFICE_URL and BACKOFFICE_KEY go together: set both or neither',
  })
  .refine(env => !env.CARRIER_URL === !env.CARRIER_KEY, {
    message: 'CARRIER_URL and CARRIER_KEY go together: set both or neither',
  })

const withLetters = schema.refine(env => env.LATCHKEY_DEMO || env.RESEND_API_KEY, {
  message: 'RESEND_API_KEY is needed outside the demo, or no letter can leave',
})

export type Environment = z.infer<typeof schema>

/**
 * Reads settings; an empty string counts as not set. `lettersLater`: for a command whose letters wait in the outbox until
 * the portal runs, which may be set up to send them afterwards.
 * Throws an Error whose message is one line that names each wrong setting and what it must be.
 */
export function parseEnvironment(
  source: Record<string, string | undefined>,
  { lettersLater = false }: { readonly lettersLater?: boolean } = {},
): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = (lettersLater ? schema : withLetters).safeParse(given)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(issue =>
    [issue.path.join('.'), issue.message].filter(Boolean).join(' '),
  )
  throw new Error(`Latchkey can't start: ${faults.join('; ')}`)
}

let parsed: Environment | undefined

/** The settings of this process, parsed once. */
export function environment(): Environment {
  parsed ??= parseEnvironment(process.env)
  return parsed
}

/** The origin of a branding domain, as browsers and letters see it: never taken from a request. */
export function originOf(
  host: string,
  env: Pick<Environment, 'PUBLIC_SCHEME' | 'PUBLIC_PORT'> = environment(),
): string {
  return `${env.PUBLIC_SCHEME}://${host}${env.PUBLIC_PORT ? `:${env.PUBLIC_PORT}` : ''}`
}
