import { createServer } from 'node:http'
import type pg from 'pg'
import { sightOf } from '#db/authority.ts'
import { changeOn } from '#db/change.ts'
import { beginningWith, writing } from '#db/client.ts'
import { direct, openPool } from '#db/driver/driver.ts'
import { invitePerson } from '#db/person-invitation/create.ts'
import { beginSession, sessionOf } from '#db/sign-in/session.ts'
import { filled, formsIn, multipart } from '#e2e/fixtures/forms.ts'
import type { Actor } from '#lib/actor.ts'
import { canonicalOf } from '#lib/email.ts'
import type { Lifetime } from '#scripts/lifetime.ts'
import { betterAuth } from './better-auth.ts'
import { northwindOf } from './checking.ts'
import { count, type Finding, ms, ratio } from './figure.ts'
import { ensurePeers } from './install-peers.ts'
import { type Asked, Caller } from './load.ts'
import { inRounds, median } from './numbers.ts'
import { seedEstate, seedOwned } from './seed.ts'
import { Wire } from './wire.ts'
import { headersOf, type World } from './world.ts'

/** One who may invite on an account of their own, with a session. */
interface Inviter {
  readonly token: string
  readonly personId: string
  readonly accountId: string
}

interface Place {
  readonly providerId: string
  readonly brandingDomainId: string
}

/** Measure 7: inviting an administrator by e-mail. */
export async function inviting(world: World): Promise<Finding> {
  await ensurePeers(world.life)
  world.databaseIsMeasured()
  const { quick } = world.options
  const [rounds, times, posts] = quick ? [3, 50, 6] : [7, 400, 30]
  const { pool, url } = await world.database('bench_invite')
  const many = (rounds + 1) * times + 1
  const estate = {
    accounts: Math.max(many, (rounds + 1) * 2 * posts) + 400,
    partners: 200,
    grants: 10_000,
    end: 'later',
  } as const
  await seedEstate(pool, estate)
  await seedOwned(pool, (rounds + 1) * 2 * posts)
  const peer = await betterAuth(url, pool, estate)
  const place = await placeOf(pool)
  const inviters = await invitersOf(pool, place, many)
  const own = openPool(direct(url), { max: 1 })
  const ours = async () => {
    const each: number[] = []
    for (const inviter of inviters.splice(0, times)) {
      const start = performance.now()
      await invited(own, place, inviter)
      each.push(performance.now() - start)
    }
    return median(each)
  }
  const theirs = async () => median(await peer.invitations(times))
  for (const warm of [ours, theirs]) await warm()
  const measured = await inRounds(rounds, ours, theirs)
  const trips = await tripsOfOne(world, url, place, inviters[0])
  await peer.close()
  await own.end()
  const hanging = await whileMailHangs(world, { pool, url, rounds, posts })
  await world.drop('bench_invite')
  const of = { ours: (one: number) => one, theirs: (one: number) => one }
  return {
    figures: [
      ratio({
        what: 'time',
        target: { most: 0.5 },
        tries: `${rounds} × ${times} invitations each`,
        rounds: measured,
        of,
        show: ms,
      }),
      count('round trips beside the session', trips, 'round trips', 4, '1'),
      ratio({
        what: 'while the mail service hangs, against when it answers',
        target: { most: 1.1 },
        tries: `${rounds} × ${posts} posts each`,
        rounds: hanging,
        of,
        show: ms,
      }),
    ],
    notes: [
      'Ours: look-up of the session, then one transaction behind the wall with lock, access check, rule, invitation, line of the history and letter. better-auth: auth.api.createInvitation with a real session cookie on the same PostgreSQL through a pool of the same driver; it keeps no history, and its letter is a call that costs nothing.',
      'While the mail service hangs: the rendered form posted as multipart until the 303, to one portal whose mail service, on this machine, answers in one half of the rounds and holds every letter in the other.',
    ],
  }
}

async function placeOf(pool: pg.Pool): Promise<Place> {
  const brand = await pool.query<{ id: string }>(
    `select id from branding_domain where host = 'northwind.localhost'`,
  )
  return { providerId: await northwindOf(pool), brandingDomainId: brand.rows[0]?.id ?? '' }
}

/** The owners of the first accounts, signed in. */
async function invitersOf(pool: pg.Pool, place: Place, many: number): Promise<Inviter[]> {
  const found = await pool.query<Omit<Inviter, 'token'>>(
    `select md5('owner ' || n)::uuid as "personId", md5('account ' || n)::uuid as "accountId" from generate_series(1, $1::int) n`,
    [many],
  )
  const inviters: Inviter[] = []
  for (const one of found.rows) {
    const from = { address: '127.0.0.1', userAgent: 'bench' }
    const wall = { role: 'app', providerId: place.providerId } as const
    const { token } = await writing(wall, tx => beginSession(tx, place, one.personId, from), pool)
    inviters.push({ ...one, token })
  }
  return inviters
}

const secret = 'a secret of the bench, which guards nothing'

/** What the door and its action do, from cookie to commit. */
async function invited(pool: pg.Pool, place: Place, inviter: Inviter): Promise<void> {
  const actor = await sessionOf(place, inviter.token, '127.0.0.1', pool)
  if (!actor) throw new Error('the session was not found')
  await invitedBy(pool, actor, inviter)
}

async function invitedBy(pool: pg.Pool, actor: Actor, { personId, accountId }: Inviter): Promise<void> {
  const address = `${personId}@bench.example`
  const made = await writing(
    { role: 'app', providerId: actor.providerId, lock: accountId },
    beginningWith(
      tx => sightOf(tx, actor, { id: accountId }),
      async (tx, sight) => {
        if (!sight) throw new Error('the account was not found')
        const change = changeOn(tx, actor, sight, 'administrators.manage')
        const email = { address, canonical: canonicalOf(address) }
        const roles = ['subscription-viewer']
        return invitePerson(change, { email, roles, anyAddress: false, language: 'en' }, secret)
      },
    ),
    pool,
  )
  if (!made.ok) throw new Error(`no invitation: ${made.refusal}`)
}

/** How often one invitation waits for the database, once it is known who asks. */
async function tripsOfOne(world: World, url: string, place: Place, inviter?: Inviter): Promise<number> {
  if (!inviter) throw new Error('nobody is left to invite')
  const wire = await Wire.before(url, world.life)
  const pool = openPool(direct(wire.url), { max: 1 })
  const actor = await sessionOf(place, inviter.token, '127.0.0.1', pool)
  if (!actor) throw new Error('the session was not found')
  wire.taken()
  await invitedBy(pool, actor, inviter)
  const { trips } = wire.taken()
  await pool.end()
  return trips
}

interface Posting {
  readonly pool: pg.Pool
  readonly url: string
  readonly rounds: number
  readonly posts: number
}

/** The form posted while letters are held, and while they are taken. */
async function whileMailHangs(world: World, { pool, url, rounds, posts }: Posting) {
  const mail = await mailService(world.life)
  world.portalIsMeasured()
  const portal = await world.portal(url, { RESEND_API_KEY: 're_bench', RESEND_BASE_URL: mail.url })
  const caller = new Caller(portal.port, 1)
  let account = 1
  const posted = async (hangs: boolean) => {
    mail.answers(!hangs)
    const each: number[] = []
    for (let i = 0; i < posts; i++) {
      const n = account++
      const headers = await headersOf(pool, portal.port, `owner${n}@bench.example`)
      const post = await invitation(caller, headers, n)
      each.push((await caller.once(post)).ms)
    }
    return median(each)
  }
  for (const hangs of [true, false]) await posted(hangs)
  const measured = await inRounds(
    rounds,
    () => posted(true),
    () => posted(false),
  )
  mail.answers(true)
  caller.close()
  await portal.stop()
  return measured
}

async function invitation(
  caller: Caller,
  headers: Readonly<Record<string, string>>,
  n: number,
): Promise<Asked> {
  const path = `/accounts/bench-owned-${n}/settings/administrators/new`
  const page = await caller.once({ path, headers, status: 200, holds: ['name="roles"'] })
  const form = formsIn(page.body).find(({ fields }) => fields.some(([name]) => name === 'email'))
  if (!form) throw new Error(`no form to invite with on ${path}`)
  const given = {
    email: `invited${n}@bench.example`,
    roles: 'subscription-viewer',
    language: 'en',
    way: 'email',
  }
  const { body, headers: type } = multipart(filled(form, given))
  return { path, method: 'POST', body, headers: { ...headers, ...type }, status: 303, holds: [] }
}

/** A mail service on this machine that takes letters, or holds them until it takes them again. */
async function mailService(life: Lifetime) {
  let isAnswering = true
  const held = new Set<() => void>()
  const server = createServer((incoming, answer) => {
    const take = () => {
      answer.setHeader('content-type', 'application/json')
      answer.end(JSON.stringify({ id: crypto.randomUUID() }))
    }
    incoming.resume()
    incoming.on('end', () => {
      if (isAnswering) take()
      else held.add(take)
    })
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  life.afterwards(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    answers(now: boolean) {
      isAnswering = now
      if (!now) return
      for (const take of held) take()
      held.clear()
    },
  }
}
