#!/usr/bin/env node
// Looks at the version of Node first, therefore in words that every version understands, and imports the rest later.
var wanted = [20, 19];
var found = process.versions.node.split('.').map(Number);
var chinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  console.error(
    chinese
      ? 'OreTrail 需要 Node.js ' +
          wanted.join('.') +
          ' 或更新版本，当前为 ' +
          process.versions.node +
          '。请安装新版本后重试。'
      : 'OreTrail needs Node.js ' +
          wanted.join('.') +
          ' or newer; this is ' +
          process.versions.node +
          '. Install a newer one and try again.',
  );
  process.exitCode = 1;
} else {
  void import('../scripts/launch.mjs').then(function (module) {
    return module.launch(process.argv.slice(2), chinese);
  });
}
