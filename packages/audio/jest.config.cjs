module.exports = {
  ...require('../../jest.preset.cjs'),
  rootDir: __dirname,
  // The MP3 decoder and what it needs are published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(mpg123-decoder|@wasm-audio-decoders|simple-yenc)/)'],
};
