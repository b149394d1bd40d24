/** The French words that change before a name which starts with a vowel, or with its own article. */
export type JoiningWord = 'de' | 'à' | 'que' | 'lorsque' | 'puisque'

/**
 * A French word and the name behind it: "de Brightline IT", "d’Élise", "lorsqu’Owen", "du partenaire". An h is left as it
 * is: of a name nobody can tell whether it is silent. A y counts as a vowel before a consonant: "d’Yves", "de Yahoo".
 */
export function joined(word: JoiningWord, name: string): string {
  if (/^les? /.test(name) && (word === 'de' || word === 'à')) return contracted(word, name)
  const start = name.normalize('NFD').slice(0, 2)
  const vowel = /^[aeiouœæ]/i.test(start) || /^y[^aeiouy\W]/i.test(start)
  return vowel && word.endsWith('e') ? `${word.slice(0, -1)}’${name}` : `${word} ${name}`
}

const contractions = { de: ['du', 'des'], à: ['au', 'aux'] } as const

/** Only our own words begin with a small article; a firm called "Le Groupe" keeps its name. */
function contracted(word: 'de' | 'à', name: string): string {
  const [one, several] = contractions[word]
  return name.startsWith('les ') ? `${several}${name.slice(3)}` : `${one}${name.slice(2)}`
}
