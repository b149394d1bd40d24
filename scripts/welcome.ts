/** The brands of the demo and what their hosts are called. */
const brands = [
  { name: 'Northwind Telecom', host: 'northwind.localhost' },
  { name: 'Boréal Voix', host: 'boreal.localhost' },
  { name: 'Southern Cross Voice', host: 'southern.localhost' },
]

/** One person for each desk and provider to begin with; the README lists them all. */
const people = [
  { email: 'owner@harbour-dental.example', who: 'account owner, Harbour Dental', brand: 'Northwind' },
  { email: 'admin@brightline.example', who: 'partner administrator, Brightline IT', brand: 'Northwind' },
  { email: 'tech@brightline.example', who: 'technician, Brightline IT', brand: 'Northwind' },
  { email: 'platform@northwind.example', who: 'platform administrator', brand: 'Northwind' },
  { email: 'proprio@erable.example', who: 'account owner, Érable Santé (French)', brand: 'Boréal' },
  { email: 'owner@bakery.example', who: 'account owner, Southern Bakery', brand: 'Southern Cross' },
]

/** What the person at the terminal needs to know once the portal answers. */
export function welcome(port: number, log: string | undefined): string {
  const addresses = brands.map(({ name, host }) => [name, `http://${host}:${port}`])
  addresses.push(['Mailbox: every letter sent', `http://northwind.localhost:${port}/mailbox`])
  const lines = [
    '',
    `Latchkey is running on http://localhost:${port}`,
    '',
    ...columns(addresses),
    '',
    'Sign in with one of these; the password is latchkey-demo',
    '',
    ...columns(people.map(({ email, who, brand }) => [email, who, brand])),
    '',
    ...(log ? [`Its log is in ${log}.`] : []),
    'Ctrl-C stops it.',
  ]
  return lines.join('\n')
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widthOf = (column: number) => Math.max(...rows.map(row => row[column]?.length ?? 0))
  return rows.map(row => `  ${row.map((cell, column) => cell.padEnd(widthOf(column))).join('   ')}`.trimEnd())
}
