import { peer } from './install-peers.ts'
import type { Estate } from './seed.ts'

/** As much of casbin as is used here. */
interface Casbin {
  newModelFromString(text: string): unknown
  StringAdapter: new (policy: string) => unknown
  newEnforcer(model: unknown, adapter: unknown): Promise<{ enforce(...request: string[]): Promise<boolean> }>
}

const model = `
[request_definition]
r = person, account, capability
[policy_definition]
p = firm, account, capability
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.account == p.account && r.capability == p.capability && g(r.person, p.firm)
`

/** An enforcer with a line for every grant and the firms' administrators as members of their firms. */
export async function casbin({ accounts, partners, grants }: Estate): Promise<{
  checks(times: number): Promise<number[]>
}> {
  const { newModelFromString, StringAdapter, newEnforcer } = await peer<Casbin>('casbin')
  const lines: string[] = []
  for (let n = 1; n <= grants; n++) {
    lines.push(`p, firm${(n % partners) + 1}, account${(n % accounts) + 1}, services.update`)
  }
  for (let n = 1; n <= partners; n++) lines.push(`g, admin${n}, firm${n}`)
  const enforcer = await newEnforcer(newModelFromString(model), new StringAdapter(lines.join('\n')))
  return {
    async checks(times) {
      const each: number[] = []
      for (let i = 0; i < times; i++) {
        // Spread over the policy, since it is read from its beginning.
        const n = Math.floor(((i + 0.5) / times) * grants)
        const allowed = i % 2 === 0
        const account = `account${((allowed ? n : n + 1) % accounts) + 1}`
        const start = performance.now()
        const answer = await enforcer.enforce(`admin${(n % partners) + 1}`, account, 'services.update')
        each.push(performance.now() - start)
        if (answer !== allowed) throw new Error(`casbin said ${answer}`)
      }
      return each
    },
  }
}
