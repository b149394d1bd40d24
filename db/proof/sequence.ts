import { expect } from 'vitest'
import { ownerCapabilities } from '#lib/access/roles.ts'
import type { Command, Step } from './commands.ts'
import { Driver } from './driver.ts'
import { look, newModel } from './model.ts'
import { expectedAccess, observe, observedAccess, statesOf } from './observed.ts'
import { expected } from './oracle.ts'
import type { World } from './world.ts'

const members = [...ownerCapabilities].sort().join(' ')

/** Plays sequences against the database and the model, and counts what they came to. */
export class Sequences {
  readonly #world: World
  #played = 0
  readonly #answers = new Map<string, number>()

  constructor(world: World) {
    this.#world = world
  }

  /** After every step the same answer, states, history, letters and access as the model has. */
  async run(prelude: readonly Command[], sequence: readonly Step[]): Promise<void> {
    const driver = new Driver(this.#world, await this.#world.newAccount())
    const model = newModel()
    const seen = { events: 0, letters: new Set<string>() }
    let ended: ReadonlyMap<string, string> = new Map()
    const story: string[] = []
    await driver.play({ do: 'hire' })
    for (const step of [...prelude.map(command => () => command), ...sequence]) {
      const command = step(model)
      story.push(JSON.stringify(command))
      look(model)
      await driver.look()
      const wanted = expected(model, command)
      const answered = await driver.play(command)
      this.#count(command, wanted.answer)
      const found = await observe(driver, seen)
      const access = await observedAccess(driver)
      expect(
        {
          answer: answered.answer,
          states: found.states,
          events: found.events,
          letters: found.letters,
          access,
        },
        story.join('\n'),
      ).toEqual({
        answer: wanted.answer,
        states: statesOf(model),
        events: [...wanted.events].sort(),
        letters: [...wanted.letters].sort(),
        access: expectedAccess(model, members),
      })
      if (wanted.told) expect(answered.told, story.join('\n')).toBe(wanted.told)
      expect(found.faults, story.join('\n')).toEqual([])
      if (command.do !== 'age')
        for (const [key, row] of ended) expect(found.ended.get(key), story.join('\n')).toBe(row)
      ended = found.ended
    }
  }

  #count(command: Command, answer: string): void {
    this.#played += 1
    const what = `${command.do}: ${answer}`
    this.#answers.set(what, (this.#answers.get(what) ?? 0) + 1)
  }

  /** "9000 steps: approve: ok 300, …" */
  told(): string {
    const counted = [...this.#answers].sort().map(([what, times]) => `${what} ${times}`)
    return `${this.#played} steps: ${counted.join(', ')}`
  }
}
