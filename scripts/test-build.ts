/** The builds that the tests, the screens and the bench serve; they stand beside those that may be being served. */
export const testBuild = {
  distDir: '.next-test',
  edgeDir: '.open-next-test',
  /** Guards nothing: it makes the build the same each time, so that an unchanged one is not made again. */
  encryptionKey: Buffer.alloc(32, 'latchkey').toString('base64'),
}
