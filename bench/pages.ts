import { openDatabase } from '#e2e/fixtures/database.ts'
import { pageAt } from '#e2e/fixtures/routes.ts'
import { prepareTour } from '#e2e/fixtures/tour.ts'

export interface Page {
  /** As its folders name it: /accounts/[account]. */
  readonly route: string
  readonly path: string
  /** Who of the demo opens it; null = somebody who is not signed in. */
  readonly email: string | null
}

/** Every page that the tour of the browser tests comes to, once, with an address and a reader that show it. */
export async function pagesOf(url: string): Promise<Page[]> {
  const db = await openDatabase(url)
  try {
    const pages = new Map<string, Page>()
    for (const { path, who, cookies, status = 200 } of await prepareTour(db)) {
      const route = pageAt(path)
      if (route && status === 200 && !cookies && !pages.has(route))
        pages.set(route, { route, path, email: who })
    }
    return [...pages.values()].sort((a, b) => (a.route < b.route ? -1 : 1))
  } finally {
    await db.close()
  }
}
