interface Meaning {
  readonly title: string
  readonly lines: readonly string[]
}

/** What somebody can and cannot do, in short lists beside each other; a list of nothing is left out. */
export function Meanings({ lists }: { lists: readonly Meaning[] }) {
  return (
    <div className="scope-meaning">
      {lists
        .filter(({ lines }) => lines.length > 0)
        .map(({ title, lines }) => (
          <div key={title}>
            <p className="scope-meaning-title">{title}</p>
            <ul>
              {lines.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  )
}
