// Moves credentials and keys of persons out of a store where they stood beside read models: FROM_URI and TO_URI, each with a
// database. What is there already and differs is refused, nothing is overwritten; a second run changes nothing. Who has read what
// moves out of the keys' collection into one of its own. With REMOVE=yes the source's database is dropped once all of it was read
// back from where it went.
//   mongosh --nodb --quiet --norc move-credentials.js
const READS = 'read/';
const from = connect(process.env.FROM_URI);
const to = connect(process.env.TO_URI);

function fail(text) {
    print('not moved: ' + text);
    quit(1);
}

function place(collection, id) {
    return collection === 'person-keys' && id.startsWith(READS) ? 'personal-reads' : collection;
}

function copy(collection, document) {
    const target = to.getCollection(place(collection, document._id));
    const there = target.findOne({ _id: document._id });
    if (there === null) {
        target.insertOne(document, { writeConcern: { w: 'majority', j: true } });
        return 1;
    }
    if (there.text !== document.text) {
        fail(collection + ' has another ' + document._id + ' already');
    }
    return 0;
}

let moved = 0;
let all = 0;
const collections = from.getCollectionNames().filter((name) => !name.startsWith('system.'));
if (collections.length === 0) {
    fail('nothing is in the database of FROM_URI');
}
for (const collection of collections) {
    from.getCollection(collection).find().forEach((document) => {
        all += 1;
        moved += copy(collection, document);
    });
}
for (const collection of collections) {
    from.getCollection(collection).find().forEach((document) => {
        const there = to.getCollection(place(collection, document._id)).findOne({ _id: document._id });
        if (there === null || there.text !== document.text) {
            fail(document._id + ' of ' + collection + " isn't where it went");
        }
    });
}
print(moved + ' of ' + all + ' records moved, all of them read back');
if (process.env.REMOVE === 'yes') {
    from.dropDatabase();
    print('the former database is dropped');
}
