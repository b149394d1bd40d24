import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** 32 MB and about 0.1 s: as strong as the usual recommendation (N = 2^17, p = 1) and inside the memory of an isolate. */
const cost = { logN: 15, r: 8, p: 3 } as const
const keyLength = 32

/** Hashes a password for storage: `scrypt$15$8$3$salt$key`, salt and key in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.logN, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join(
    '$',
  )
}

/**
 * Whether the password is the one that was hashed. Without a stored hash the same work is done on a dummy,
 * so that an unknown person takes as long as a wrong password.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const parts = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]+)\$([\w-]+)$/.exec(stored ?? dummy)
  if (!parts) return false
  const [, logN, r, p, salt, key] = parts
  const wanted = Buffer.from(key ?? '', 'base64url')
  const derived = await derive(password, Buffer.from(salt ?? '', 'base64url'), {
    logN: Number(logN),
    r: Number(r),
    p: Number(p),
  })
  return wanted.length === derived.length && timingSafeEqual(wanted, derived) && stored !== null
}

const dummy = `scrypt$15$8$3$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(keyLength).toString('base64url')}`

function derive(
  password: string,
  salt: Buffer,
  { logN, r, p }: { logN: number; r: number; p: number },
): Promise<Buffer> {
  const N = 2 ** logN
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyLength, { N, r, p, maxmem: 160 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
