import type pg from 'pg'
import { skeleton } from '#lib/alike.ts'
import { inCircles } from '#lib/import/circles.ts'
import type { Problems } from '#lib/import/problem.ts'
import { likenessOf } from '#lib/partner/likeness.ts'
import { namesAround } from '../partner/likeness.ts'

// What no single question can tell: circles of parents, and names that resemble each other.

export async function checkParents(client: pg.ClientBase, problems: Problems): Promise<void> {
  const answer = await client.query<{ line: number; slug: string; parent: string }>(
    `select i.line, i.slug, i.parent from import_accounts i join import_accounts p on p.slug = i.parent
      where i.fate = 'new' and p.fate = 'new' order by i.line`,
  )
  const round = inCircles(new Map(answer.rows.map(row => [row.slug, row.parent])))
  for (const { line, slug, parent } of answer.rows)
    if (round.has(slug))
      problems.add({ file: 'accounts', line, column: 'parent', code: 'parent-circle', value: parent })
}

/** A firm that could be taken for the provider, or for another firm, is entered on the desk, where somebody says they have looked. */
export async function checkLikeness(client: pg.ClientBase, problems: Problems): Promise<void> {
  const around = await client.query<{ name: string; own: boolean }>(
    namesAround('exists (select 1 from import_partners i where i.id = p.id)'),
  )
  const provider = around.rows.filter(row => row.own).map(row => row.name)
  const known = around.rows.filter(row => !row.own)
  const partners = new Map(known.map(row => [skeleton(row.name), row.name]))
  const staged = await client.query<{ line: number; name: string; fate: string }>(
    `select line, name, fate from import_partners where fate <> 'left' order by line`,
  )
  for (const { line, name, fate } of staged.rows) {
    const bare = skeleton(name)
    const twin = partners.get(bare)
    const like = likenessOf(name, { provider, partners: twin ? [twin] : [] })
    if (like && like.kind !== 'mixed-scripts' && fate !== 'same')
      problems.add({ file: 'partners', line, column: 'name', code: 'likeness', value: name, other: like.of })
    partners.set(bare, name)
  }
}
