import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'

/** Source files by their path from the root: read from the disk, or made up to plant a fault. */
export type Tree = ReadonlyMap<string, string>

/** All sources that git knows or would add, as they are on the disk. */
export function readTree(root: string): Tree {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  })
  const sources = listed.split('\0').filter(path => /\.(?:ts|tsx|mjs|sql)$|^package\.json$/.test(path))
  return new Map(
    sources
      .filter(path => existsSync(`${root}/${path}`))
      .map(path => [path, readFileSync(`${root}/${path}`, 'utf8')]),
  )
}

export interface Arrow {
  readonly from: string
  /** A path from the root, or the name of a package. */
  readonly to: string
  readonly ours: boolean
}

const statement = /^[ \t]*(?:import|export)\b(?:[^;'"]*?\bfrom)?\s*['"]([^'"\n]+)['"]/gm
const dynamic = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g

/** What a file imports, types included. */
export function arrowsOf(path: string, text: string): readonly Arrow[] {
  const names = [...text.matchAll(statement), ...text.matchAll(dynamic)].map(match => match[1] ?? '')
  return names.map(name => {
    if (name.startsWith('#')) return { from: path, to: name.slice(1), ours: true }
    const to = name.startsWith('.') ? posix.join(dirname(path), name) : name
    // A file that a package does not offer by its name is the package's all the same.
    const packaged = to.replace(/^node_modules\//, '')
    return { from: path, to: packaged, ours: name.startsWith('.') && packaged === to }
  })
}

export function allArrows(tree: Tree): readonly Arrow[] {
  return [...tree].filter(([path]) => isSource(path)).flatMap(([path, text]) => arrowsOf(path, text))
}

export function isSource(path: string): boolean {
  return /\.(?:ts|tsx|mjs)$/.test(path)
}

/** Tests and what only they use. */
export function isTest(path: string): boolean {
  return /\.(?:test|spec)\.tsx?$/.test(path) || /^(?:e2e|bench|db\/proof)\/|(?:^|\/)testing[-.]/.test(path)
}

/** The text without comments and without what stands in quotes, so that only code is left; lines stay where they are. */
export function codeOf(text: string): string {
  const skip = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g
  return text.replace(skip, found => found.replace(/[^\n]/g, ' '))
}
