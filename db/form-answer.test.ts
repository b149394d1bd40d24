import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { type Tx, undo, writing } from './client.ts'
import {
  type FormAnswer,
  type FormKey,
  firstAnswer,
  inputHash,
  isAnsweredTwice,
  noting,
} from './form-answer.ts'
import { newWorld } from './proof/world.ts'

/** What the door does with a form's key: the note of the answer travels with the commit. */
const world = await newWorld()
afterAll(() => world.close())

const { personId, providerId } = world.actor('proprio@erable.example')
const formOf = (input: unknown, key: string = randomUUID()): FormKey => ({
  providerId,
  key,
  inputHash: inputHash(personId, 'rename', input),
})

type Work = (tx: Tx) => Promise<FormAnswer | 'refused'>

async function post(form: FormKey, work: Work): Promise<FormAnswer | 'refused' | 'other' | null> {
  try {
    const settled = await writing<FormAnswer | 'refused'>(
      { role: 'app', providerId },
      async tx => {
        const answer = await work(tx)
        return answer === 'refused' ? undo(answer) : answer
      },
      world.pool,
      answer => (answer === 'refused' ? null : noting(form, answer)),
    )
    return settled === 'refused' ? ((await firstAnswer(form, world.pool)) ?? settled) : settled
  } catch (error) {
    if (!isAnsweredTwice(error)) throw error
    return firstAnswer(form, world.pool)
  }
}

let written = 0
/** Each time it really happens it leaves one more dot. */
const once: Work = async tx => {
  written += 1
  await tx.$client.query(`update account set phone = phone || '.' where slug = 'erable-sante'`)
  return { to: `/done?turn=${written}` }
}
const dots = async () => {
  const rows = await world.rows<{ n: number }>(
    `select length(phone) as n from account where slug = 'erable-sante'`,
  )
  return rows[0]?.n ?? 0
}

describe('the same form', () => {
  test('eight times at once, twenty forms: one effect each, and everybody gets its answer', async () => {
    for (let i = 0; i < 20; i++) {
      const form = formOf({ name: 'Érable' })
      const before = await dots()
      const answers = await Promise.all(Array.from({ length: 8 }, () => post(form, once)))
      expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
      expect(answers[0]).toEqual({ to: expect.stringMatching(/^\/done\?turn=\d+$/) })
      expect(await dots()).toBe(before + 1)
    }
  })

  test('again later, after a lost answer: the first answer, no second effect', async () => {
    const form = formOf({ name: 'Érable' })
    const first = await post(form, once)
    const before = await dots()
    expect(await post(form, once)).toEqual(first)
    expect(await dots()).toBe(before)
  })

  test('again, where the work is refused now because it is done: the first answer too', async () => {
    const form = formOf({})
    const first = await post(form, once)
    expect(await post(form, async () => 'refused')).toEqual(first)
  })

  test('with other input, by somebody else, or for another action: refused, no effect', async () => {
    const form = formOf({ name: 'one' })
    await post(form, once)
    const before = await dots()
    const others = [
      inputHash(personId, 'rename', { name: 'two' }),
      inputHash(null, 'rename', { name: 'one' }),
      inputHash(personId, 'close', { name: 'one' }),
    ]
    for (const hash of others) expect(await post({ ...form, inputHash: hash }, once)).toBe('other')
    expect(await dots()).toBe(before)
  })
})

test('what was refused may be put right and sent with the same key', async () => {
  const form = formOf({ name: '' })
  expect(await post(form, async () => 'refused')).toBe('refused')
  expect(
    await post({ ...form, inputHash: inputHash(personId, 'rename', { name: 'x' }) }, once),
  ).toMatchObject({ to: expect.any(String) })
})

test('what fails leaves no answer behind, and no effect', async () => {
  const form = formOf({})
  const before = await dots()
  const failed = await post(form, async tx => {
    await once(tx)
    throw new Error('out of order')
  }).catch(error => error)
  expect([failed.message, await firstAnswer(form, world.pool), await dots()]).toEqual([
    'out of order',
    null,
    before,
  ])
})

test('another provider neither sees the answer nor gets past the key', async () => {
  const form = formOf({})
  await post(form, once)
  const theirs = { ...form, providerId: world.provider('southern') }
  expect(await firstAnswer(theirs, world.pool)).toBeNull()
  const taken = await writing(
    { role: 'app', providerId: theirs.providerId },
    async () => ({ to: '/' }),
    world.pool,
    answer => noting(theirs, answer),
  ).catch(isAnsweredTwice)
  expect(taken).toBe(true)
})

test.each([`'; drop table event; --`, `\\'; select 1; --`, 'a\u2028b', `$$ or 1=1`, 'é"\'\\'])(
  'an answer is text and nothing else: %j',
  async text => {
    const form = formOf({ text })
    const to = `/${text}`
    await post(form, async () => ({ to }))
    expect(await firstAnswer(form, world.pool)).toEqual({ to })
  },
)
