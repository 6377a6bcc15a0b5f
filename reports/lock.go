package reports

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"unicode/utf16"
)

// How the workbook is locked, in the way that office programs do since 2010 (MS-OFFCRYPTO, agile encryption): AES of 256 bits, and
// a password that has to be tried slowly. The library's own way has half of that and repeats what repeats in the content.
const (
	turns       = 100_000 // that the password is hashed
	segmentSize = 4096    // of the package, each locked apart
)

// What each of the keys made from the password is for, in the numbers of the format.
var (
	forVerifier     = []byte{0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79}
	forVerifierHash = []byte{0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e}
	forKey          = []byte{0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6}
	forSealKey      = []byte{0x5f, 0xb2, 0xad, 0x01, 0x0c, 0xb9, 0xe1, 0xf6}
	forSeal         = []byte{0xa0, 0x67, 0x7f, 0x02, 0xb2, 0x2c, 0x84, 0x33}
)

// Lock writes the finished workbook so that it opens with the password and not without. What it writes differs from time to time,
// since a lock that does not is no lock.
func Lock(w io.Writer, workbook []byte, password string) error {
	key, salt, passwordSalt, verifier, sealKey := random(32), random(16), random(16), random(16), random(64)
	locked := binary.LittleEndian.AppendUint64(nil, uint64(len(workbook)))
	for i := 0; i*segmentSize < len(workbook); i++ {
		segment := workbook[i*segmentSize : min((i+1)*segmentSize, len(workbook))]
		locked = append(locked, sealed(key, hashed(salt, binary.LittleEndian.AppendUint32(nil, uint32(i))), segment)...)
	}
	seal := hmac.New(sha512.New, sealKey)
	seal.Write(locked)

	slow := slowly(passwordSalt, password)
	with := func(purpose, content []byte) string {
		return encoded(sealed(hashed(slow, purpose)[:32], passwordSalt, content))
	}
	info := fmt.Appendf([]byte{4, 0, 4, 0, 0x40, 0, 0, 0}, lockInfo, encoded(salt),
		encoded(sealed(key, hashed(salt, forSealKey), sealKey)), encoded(sealed(key, hashed(salt, forSeal), seal.Sum(nil))),
		turns, encoded(passwordSalt), with(forVerifier, verifier), with(forVerifierHash, hashed(verifier)), with(forKey, key))
	_, err := w.Write(container(stream{"EncryptionInfo", info}, stream{"EncryptedPackage", locked}))
	return err
}

// lockInfo says how the workbook is locked, to the program that asks for the password.
const lockInfo = xmlHeader + `<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" ` +
	`xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password">` +
	`<keyData saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" ` +
	`hashAlgorithm="SHA512" saltValue="%s"/><dataIntegrity encryptedHmacKey="%s" encryptedHmacValue="%s"/><keyEncryptors>` +
	`<keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="%d" saltSize="16" ` +
	`blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" ` +
	`saltValue="%s" encryptedVerifierHashInput="%s" encryptedVerifierHashValue="%s" encryptedKeyValue="%s"/></keyEncryptor></keyEncryptors></encryption>`

// random is so many random bytes.
func random(size int) []byte {
	b := make([]byte, size)
	rand.Read(b) // never fails
	return b
}

func hashed(parts ...[]byte) []byte {
	sum := sha512.Sum512(bytes.Join(parts, nil))
	return sum[:]
}

func encoded(b []byte) string { return base64.StdEncoding.EncodeToString(b) }

// slowly hashes the password so often that guessing takes long.
func slowly(salt []byte, password string) []byte {
	text := salt
	for _, unit := range utf16.Encode([]rune(password)) {
		text = binary.LittleEndian.AppendUint16(text, unit)
	}
	turn := make([]byte, 4+sha512.Size)
	sum := sha512.Sum512(text)
	for i := range uint32(turns) {
		binary.LittleEndian.PutUint32(turn, i)
		copy(turn[4:], sum[:])
		sum = sha512.Sum512(turn)
	}
	return sum[:]
}

// sealed is the content, filled up to whole blocks, under the key; begin is what its first block is mixed with.
func sealed(key, begin, content []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err) // all keys have 32 bytes
	}
	out := make([]byte, (len(content)+aes.BlockSize-1)/aes.BlockSize*aes.BlockSize)
	copy(out, content)
	cipher.NewCBCEncrypter(block, begin[:aes.BlockSize]).CryptBlocks(out, out)
	return out
}
