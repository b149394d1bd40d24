/** How a portal is to be served. */
export interface ServeOptions {
  /** `start` serves a production build, `dev` compiles as it goes, `edge` serves the edge's build with workerd. */
  mode: 'start' | 'dev' | 'edge'
  /** Folder of the build, from the checkout; `dev` has none. */
  build: string
  port: number
  /** Address to listen on. */
  host: string
  /** The portal's settings, on top of this process's own environment. */
  settings: Record<string, string>
  /** Every piece of output. */
  onOutput: (text: string) => void
}

/** How a server is started. */
export interface ServerCommand {
  readonly args: readonly string[]
  readonly env: Record<string, string>
  /** Removes what was written for it. */
  forget(): void
}
