// Package signin tells who somebody is: by a name and a password of the users'
// file, or by an identity provider that speaks OpenID Connect.
//
// In come a name with a password, or the answer of the provider; out comes a
// [Session], which travels as a sealed cookie. Nothing of it is kept on the
// server but which sessions were ended by hand, so that sessions go on after a
// restart, and while the provider is down.
//
// Promised: a password is kept as an Argon2id hash only; whether a name exists
// shows neither in the answer nor in the time that it takes; a cookie that was
// not sealed with the installation's key, that is too old or that was signed out
// is nobody's; whoever is taken out of the users' file is out at once; a session
// begins with a new id at every sign-in; a role that nobody gave is no role.
//
//	users := signin.OpenUsers("secrets/users.json")
//	sessions, err := signin.OpenSessions(signin.Seal{Key: key}, "data", users, time.Now)
//	door := signin.NewDoor(sessions, users, nil, time.Now)
//	person, err := door.Password(ctx, address, name, password)
package signin
