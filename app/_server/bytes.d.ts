declare module '*.ttf' {
  const bytes: Uint8Array<ArrayBuffer>
  export default bytes
}
