// Dredd loads hooks as CommonJS, and hands them `hooks` by that name.
const hooks = require('hooks')

hooks.beforeEach((transaction, done) => {
  const { statusCode } = transaction.expected
  if (statusCode === '401') transaction.request.headers.Authorization = 'Bearer wrong'
  // How any other request is refused, if at all, is left to the server.
  else if (statusCode !== '200') transaction.skip = true
  done()
})
