import pg from 'pg'
import { peer } from './install-peers.ts'
import type { Estate } from './seed.ts'

/** As much of better-auth as is used here. */
interface Auth {
  readonly api: {
    signUpEmail(call: {
      body: { name: string; email: string; password: string }
      asResponse: true
    }): Promise<Response>
    hasPermission(call: {
      headers: Headers
      body: { organizationId: string; permissions: Record<string, string[]> }
    }): Promise<{ success: boolean }>
    createInvitation(call: {
      headers: Headers
      body: { organizationId: string; email: string; role: string }
    }): Promise<{ status: string }>
  }
}
interface Modules {
  main: { betterAuth(options: unknown): Auth }
  plugins: {
    organization(options: { invitationLimit: number; sendInvitationEmail(): Promise<void> }): unknown
  }
  migration: { getMigrations(options: unknown): Promise<{ runMigrations(): Promise<void> }> }
}

const people = 8

/** better-auth with its organisation plug-in on this database, in a schema of its own, with as many memberships. */
export async function betterAuth(
  url: string,
  pool: pg.Pool,
  { accounts, grants }: Estate,
): Promise<{ checks: Measured; invitations: Measured; close(): Promise<void> }> {
  await pool.query('create schema peer')
  const database = new pg.Pool({ connectionString: url, max: 1, options: '-c search_path=peer' })
  const { betterAuth: make } = await peer<Modules['main']>('better-auth')
  const { organization } = await peer<Modules['plugins']>('better-auth/plugins/organization')
  const { getMigrations } = await peer<Modules['migration']>('better-auth/db/migration')
  const options = {
    database,
    secret: 'a secret of the bench, which guards nothing',
    baseURL: 'http://127.0.0.1',
    emailAndPassword: { enabled: true },
    // A letter costs it nothing here: whoever sends it is called, and has it at once.
    plugins: [organization({ invitationLimit: 1_000_000, sendInvitationEmail: async () => {} })],
    logger: { level: 'error' },
    telemetry: { enabled: false },
  }
  await (await getMigrations(options)).runMigrations()
  const auth = make(options)
  const cookies: string[] = []
  for (let n = 0; n < people; n++) {
    const body = {
      name: `Person ${n}`,
      email: `person${n}@bench.example`,
      password: 'a password of the bench',
    }
    const answer = await auth.api.signUpEmail({ body, asResponse: true })
    cookies.push(
      answer.headers
        .getSetCookie()
        .map(one => one.split(';')[0])
        .join('; '),
    )
  }
  await seed(database, accounts, grants)
  let invited = 0
  return {
    async checks(times) {
      const each: number[] = []
      for (let i = 0; i < times; i++) {
        const person = i % people
        const headers = new Headers({ cookie: cookies[person] ?? '' })
        const body = {
          organizationId: `org${(person + 1 + people * (i % 50)) % accounts}`,
          permissions: { member: ['create'] },
        }
        const start = performance.now()
        const { success } = await auth.api.hasPermission({ headers, body })
        each.push(performance.now() - start)
        if (success !== (person % 2 === 0)) throw new Error(`better-auth said ${success}`)
      }
      return each
    },
    async invitations(times) {
      const each: number[] = []
      for (let i = 0; i < times; i++) {
        // Every other of the people is an administrator, and may.
        const person = (i * 2) % people
        const headers = new Headers({ cookie: cookies[person] ?? '' })
        const body = {
          organizationId: `org${(person + 1 + people * (i % 50)) % accounts}`,
          email: `invited${invited++}@bench.example`,
          role: 'member',
        }
        const start = performance.now()
        const { status } = await auth.api.createInvitation({ headers, body })
        each.push(performance.now() - start)
        if (status !== 'pending') throw new Error(`better-auth made an invitation that is ${status}`)
      }
      return each
    },
    close: () => database.end(),
  }
}

/** Does a thing so often; gives each one's milliseconds. */
type Measured = (times: number) => Promise<number[]>

/** The people who are checked are members of fifty organisations each; the others fill the tables. */
async function seed(database: pg.Pool, organisations: number, members: number): Promise<void> {
  const statements = [
    `insert into organization (id, name, slug, "createdAt") select 'org' || n, 'Organisation ' || n, 'org-' || n, now()
      from generate_series(0, ${organisations - 1}) n`,
    `insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
      select 'filler' || n, 'Filler ' || n, 'filler' || n || '@bench.example', true, now(), now() from generate_series(1, 2000) n`,
    `insert into member (id, "organizationId", "userId", role, "createdAt")
      select 'member' || row_number() over () || '-' || k, 'org' || ((substr(email, 7, 1)::int + 1 + ${people} * k) % ${organisations}), id,
        case substr(email, 7, 1)::int % 2 when 0 then 'admin' else 'member' end, now()
      from "user", generate_series(0, 49) k where email like 'person%'`,
    `insert into member (id, "organizationId", "userId", role, "createdAt")
      select 'filling' || n, 'org' || n % ${organisations}, 'filler' || n % 1999 + 1, 'member', now()
      from generate_series(1, ${members - people * 50}) n`,
    'analyze',
  ]
  for (const statement of statements) await database.query(statement)
}
