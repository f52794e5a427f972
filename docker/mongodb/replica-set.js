// The health check of a member. The first member, which knows all of them, also makes the replica set and adds members
// that are missing, one per look, as MongoDB wants it. Healthy is who takes writes or follows somebody who does.
const fs = require('fs');

db.auth('administrator', fs.readFileSync('/run/secrets/administrator', 'utf8').trim());

const wanted = (process.env.REPLICA_SET_MEMBERS || '').split(',').filter((member) => member !== '');

function initiated() {
    try {
        return rs.conf();
    } catch (error) {
        if (error.codeName === 'NotYetInitialized') {
            return null;
        }
        throw error;
    }
}

if (wanted.length > 0) {
    const configuration = initiated();
    if (configuration === null) {
        rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: wanted[0] }] });
    } else if (db.hello().isWritablePrimary) {
        const present = configuration.members.map((member) => member.host);
        const missing = wanted.find((member) => !present.includes(member));
        if (missing !== undefined) {
            rs.add(missing);
        }
    }
}

const state = db.hello();
quit(state.isWritablePrimary || state.secondary ? 0 : 1);
