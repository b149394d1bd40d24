// A made-up provider's files of any size: accounts with client accounts, firms, relationships and people of every kind.

const columns = {
  accounts: 'account,name,legal_name,time_zone,address,city,parent,branding_domain,products',
  partners: 'partner,name',
  relationships: 'partner,account',
  people: 'email,name,kind,account,partner,roles,modules,product,level,extension,branding_domain',
} as const
type File = keyof typeof columns

const word = (n: number) =>
  [...n.toString(26)].map(digit => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('')

const row: Readonly<Record<File, (n: number, accounts: number) => string>> = {
  accounts: n =>
    `account-${n},Account ${n},"Account ${n}, Ltd.",America/Toronto,${n} Main Street,Ottawa,${n % 10 === 9 ? `account-${n - 9}` : ''},northwind.localhost,cloud-pbx; branding`,
  partners: n => `firm-${n},${word(n + 10_000)} ${word(n * 7 + 5)} networks`,
  relationships: (n, accounts) => `firm-${Math.floor(n / 40)},account-${n % accounts}`,
  people: (n, accounts) => {
    const [who, account] = [`p${n}@people.example,Person ${n}`, `account-${n % accounts}`]
    switch (n % 5) {
      case 0:
        return `${who},account-manager,${account},,,,,,,`
      case 1:
        return `${who},administrator,${account},,account-owner; service-viewer,,,,,`
      case 2:
        return `${who},portal-user,${account},,,fax; sms,,,,`
      case 3:
        return `${who},end-user,${account},,,,cloud-pbx,user,${1000 + Math.floor(n / accounts)},`
      default:
        return `${who},partner-technician,,firm-${n % 100},,,,,,northwind.localhost`
    }
  },
}

/** The rows of each file where the whole has so many. */
export function sizesOf(rows: number): Readonly<Record<File, number>> {
  const [accounts, partners, relationships] = [
    Math.floor(rows * 0.3),
    Math.max(100, Math.floor(rows * 0.01)),
    Math.floor(rows * 0.19),
  ]
  return { accounts, partners, relationships, people: rows - accounts - partners - relationships }
}

async function* content(file: File, count: number, accounts: number): AsyncGenerator<Buffer> {
  yield Buffer.from(`${columns[file]}\n`)
  for (let from = 0; from < count; from += 1_000) {
    const lines = Array.from({ length: Math.min(1_000, count - from) }, (_, i) =>
      row[file](from + i, accounts),
    )
    yield Buffer.from(`${lines.join('\n')}\n`)
  }
}

export function folderOf(rows: number) {
  const sizes = sizesOf(rows)
  const source = (file: File) => content(file, sizes[file], sizes.accounts)
  return {
    accounts: source('accounts'),
    partners: source('partners'),
    relationships: source('relationships'),
    people: source('people'),
  }
}
