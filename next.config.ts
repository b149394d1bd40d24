import type { NextConfig } from 'next'

const config: NextConfig = {
  // The tests' build stands beside the one that is being served.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  // Types are checked once, by `npm test`; building and starting a portal need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['pg', 'pino'],
}

export default config
