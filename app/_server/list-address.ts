import { listQuery } from '#lib/list-query.ts'

/** The address of a list with what it is narrowed to and where it goes on; what is empty is left out. */
export function listAddress(list: string, parts: Parameters<typeof listQuery>[0]): string {
  return `${list}${listQuery(parts)}`
}
