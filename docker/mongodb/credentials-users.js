// Runs once, on an empty store of credentials. The command side owns its database. Query nodes read the wrapped keys of persons and
// write down who has read what; accounts, sessions and the keys that sign tokens they can't even see.
const fs = require('fs');
const identity = db.getSiblingDB('jiayou-identity');
const secret = (name) => fs.readFileSync('/run/secrets/' + name, 'utf8').trim();
const collection = (name) => ({ db: 'jiayou-identity', collection: name });

identity.createUser({ user: 'commands', pwd: secret('commands'), roles: [{ role: 'readWrite', db: 'jiayou-identity' }] });
identity.createRole({
    role: 'opening',
    privileges: [
        { resource: collection('person-keys'), actions: ['find'] },
        { resource: collection('personal-reads'), actions: ['find', 'insert', 'update', 'remove'] },
    ],
    roles: [],
});
identity.createUser({ user: 'queries', pwd: secret('queries'), roles: ['opening'] });
