/** What somebody or something of the cast is, by the name that others rely on. */
export function pick<T>(map: ReadonlyMap<string, T>): (key: string) => T {
  return key => {
    const value = map.get(key)
    if (value === undefined) throw new Error(`nobody in the cast is called ${key}`)
    return value
  }
}
