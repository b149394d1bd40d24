interface Meaning {
  readonly title: string
  readonly lines: readonly string[]
}

/** What somebody can and what they cannot do, in short lists beside each other; a list of nothing is left out. */
export function Meanings({ can, cannot }: { can: readonly Meaning[]; cannot: Meaning }) {
  return (
    <div className="scope-meaning">
      <Lists lists={can} />
      <Lists lists={[cannot]} />
    </div>
  )
}

function Lists({ lists }: { lists: readonly Meaning[] }) {
  return (
    <div>
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
