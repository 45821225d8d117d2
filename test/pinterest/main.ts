import { parseArgs } from 'node:util';

import { startPinterest } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    boards: { type: 'string', default: '60' },
    pins: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    record: { type: 'string' },
    redirect: { type: 'string', multiple: true },
    trial: { type: 'boolean', default: false },
    'no-beta': { type: 'boolean', default: false },
    'no-image-ids': { type: 'boolean', default: false },
    sandbox: { type: 'boolean', default: false },
  },
});

const pinterest = await startPinterest({
  port: Number(values.port),
  boards: Number(values.boards),
  pins: Number(values.pins),
  seed: Number(values.seed),
  access: values.trial ? 'trial' : 'standard',
  beta: !values['no-beta'],
  imageIds: !values['no-image-ids'],
  environment: values.sandbox ? 'sandbox' : 'production',
  ...(values.record === undefined ? {} : { recordFile: values.record }),
  ...(values.redirect === undefined ? {} : { redirectUris: values.redirect }),
});

const { siteUrl, apiUrl, oauthUrl, uploadUrl, app, pages } = pinterest;
console.log(`The local Pinterest runs. Stop it with Ctrl+C.

  site      ${siteUrl}/
  API       ${apiUrl}
  sign-in   ${oauthUrl}
  uploads   ${uploadUrl}
  app       id ${app.id}, secret ${app.secret}

Pages to pin from:
${Object.entries(pages)
  .map(([name, address]) => `  ${name.padEnd(9)} ${address}`)
  .join('\n')}
`);

const stop = () => void pinterest.close().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
