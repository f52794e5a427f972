// Runs once, on an empty store of read models. The query nodes own their database, and nothing else.
const fs = require('fs');

db.getSiblingDB('jiayou').createUser({
    user: 'queries',
    pwd: fs.readFileSync('/run/secrets/queries', 'utf8').trim(),
    roles: [{ role: 'readWrite', db: 'jiayou' }],
});
