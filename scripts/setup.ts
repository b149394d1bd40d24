// npm run setup: the first provider, branding domain and platform administrator of an empty database, outside the demo.
import { createInterface, type Interface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { direct, openPool } from '#db/driver/driver.ts'
import { migrate } from '#db/migrate.ts'
import { setUp } from '#db/setup/setup.ts'
import { type Environment, originOf } from '#lib/env.ts'
import { isLoopbackHost } from '#lib/host.ts'
import {
  checkSetup,
  type Setup,
  type SetupField,
  setupDefault,
  setupFault,
  setupFields,
  setupQuestions,
} from '#lib/setup/setup.ts'
import { runCommand } from './lifetime.ts'
import { StartError, say } from './project.ts'
import { readEnvFiles, readSettings } from './settings.ts'

type Given = Partial<Record<SetupField, string>>

/** "admin-email" is --admin-email, or SETUP_ADMIN_EMAIL. */
const variable = (field: SetupField) => `SETUP_${field.toUpperCase().replaceAll('-', '_')}`

const usage = [
  'DATABASE_URL=… AUTH_SECRET=… npm run setup -- [--another] [--FIELD ANSWER …]',
  ...setupFields.map(field => `  --${field.padEnd(16)} ${setupQuestions[field]} (or ${variable(field)})`),
  `  --${'another'.padEnd(16)} for a further provider in a database that has one`,
].join('\n')

await runCommand(async life => {
  readEnvFiles()
  const { given, another } = argumentsOf()
  const environment = settings()
  const setup = process.stdin.isTTY ? await asked(given, life) : unattended(given)
  await migrate(environment.DATABASE_URL)
  const pool = openPool(direct(environment.DATABASE_URL), { max: 1 })
  life.afterwards(() => pool.end())
  const done = await setUp(pool, setup, { another, secret: environment.AUTH_SECRET })
  if (!done.ok) throw new StartError(refused(done, setup))
  say(welcome(setup, environment))
  return 0
}, 130)

function argumentsOf(): { given: Given; another: boolean } {
  try {
    const texts = Object.fromEntries(setupFields.map(field => [field, { type: 'string' as const }]))
    const { values } = parseArgs({ options: { another: { type: 'boolean' as const }, ...texts } })
    const given: Given = {}
    for (const field of setupFields) {
      const text =
        (values as Record<string, string | boolean | undefined>)[field] ?? process.env[variable(field)]
      if (typeof text === 'string' && text !== '') given[field] = text
    }
    return { given, another: values.another === true }
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : error}\n\n${usage}`)
  }
}

/** The portal's own rules for its settings; only letters need not be able to leave yet: they wait. */
function settings(): Environment & { DATABASE_URL: string } {
  if (process.env.LATCHKEY_DEMO === '1')
    throw new StartError(
      'The demo has its own providers: npm run portal. Take LATCHKEY_DEMO away to set up a real one.',
    )
  if (!process.env.DATABASE_URL) throw new StartError(`DATABASE_URL names no database.\n\n${usage}`)
  const parsed = readSettings(process.env, { lettersLater: true })
  return { ...parsed, DATABASE_URL: parsed.DATABASE_URL ?? '' }
}

function unattended(given: Given): Setup {
  const checked = checkSetup(given)
  if (checked.ok) return checked.setup
  const lines = checked.faults.map(({ field, sentence }) => `  --${field}: ${sentence}`)
  throw new StartError(`Nothing was set up:\n${lines.join('\n')}\n\n${usage}`)
}

/** Asks for what was not given, each until it can be taken. */
async function asked(given: Given, life: { afterwards(step: () => unknown): void }): Promise<Setup> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  life.afterwards(() => terminal.close())
  const answers: Given = {}
  for (const field of setupFields) answers[field] = await answer(terminal, field, given[field], answers)
  terminal.close()
  return unattended(answers)
}

async function answer(
  terminal: Interface,
  field: SetupField,
  given: string | undefined,
  before: Given,
): Promise<string> {
  const usual = setupDefault(field, before)
  let text = given
  for (;;) {
    text ??=
      (await terminal.question(`${setupQuestions[field]}${usual ? ` [${usual}]` : ''}: `)).trim() || usual
    const fault = setupFault(field, text)
    if (!fault) return text
    say(`  ${fault}`)
    text = undefined
  }
}

function refused(
  done: { readonly refusal: string; readonly names?: readonly string[] },
  setup: Setup,
): string {
  if (done.refusal === 'already')
    return `There is a provider here already (${done.names?.join(', ')}), and nothing was changed. For another one beside it: npm run setup -- --another`
  if (done.refusal === 'slug-taken')
    return `Another provider here has the short name ${setup.slug}. Choose one with --slug; nothing was changed.`
  return `Another branding domain here has the host ${setup.host}. Choose one with --host; nothing was changed.`
}

function welcome(setup: Setup, environment: Environment): string {
  const lines = [
    `${setup.name} is set up, with the branding domain ${setup.host} and the platform administrator ${setup['admin-name']}.`,
    '',
    `Sign in at ${originOf(setup.host, environment)}/sign-in once the portal runs and that name points at it.`,
    `The activation letter to ${setup['admin-email']} is in the outbox${environment.RESEND_API_KEY ? '' : ' until e-mail is set up (RESEND_API_KEY) and the portal runs'}. Its link and temporary password work for 72 hours from now; after that the person asks for a new letter on the sign-in page.`,
    `Customers and partners come in with npm run import -- FOLDER --provider ${setup.slug}`,
  ]
  if (isLoopbackHost(setup.host)) lines.push('', `Note: ${setup.host} reaches this machine alone.`)
  return lines.join('\n')
}
