// Written by `tests/build/macros.py . --write`. Gives back what macros_hold.hpp took.
#ifdef OAIWIRE_HELD_A
#undef OAIWIRE_HELD_A
#pragma pop_macro("A")
#endif
#ifdef OAIWIRE_HELD_Act
#undef OAIWIRE_HELD_Act
#pragma pop_macro("Act")
#endif
#ifdef OAIWIRE_HELD_Alternatives
#undef OAIWIRE_HELD_Alternatives
#pragma pop_macro("Alternatives")
#endif
#ifdef OAIWIRE_HELD_Annotation
#undef OAIWIRE_HELD_Annotation
#pragma pop_macro("Annotation")
#endif
#ifdef OAIWIRE_HELD_Answer
#undef OAIWIRE_HELD_Answer
#pragma pop_macro("Answer")
#endif
#ifdef OAIWIRE_HELD_Args
#undef OAIWIRE_HELD_Args
#pragma pop_macro("Args")
#endif
#ifdef OAIWIRE_HELD_Array
#undef OAIWIRE_HELD_Array
#pragma pop_macro("Array")
#endif
#ifdef OAIWIRE_HELD_B
#undef OAIWIRE_HELD_B
#pragma pop_macro("B")
#endif
#ifdef OAIWIRE_HELD_B8
#undef OAIWIRE_HELD_B8
#pragma pop_macro("B8")
#endif
#ifdef OAIWIRE_HELD_Base
#undef OAIWIRE_HELD_Base
#pragma pop_macro("Base")
#endif
#ifdef OAIWIRE_HELD_Batch
#undef OAIWIRE_HELD_Batch
#pragma pop_macro("Batch")
#endif
#ifdef OAIWIRE_HELD_Bits
#undef OAIWIRE_HELD_Bits
#pragma pop_macro("Bits")
#endif
#ifdef OAIWIRE_HELD_Body
#undef OAIWIRE_HELD_Body
#pragma pop_macro("Body")
#endif
#ifdef OAIWIRE_HELD_Box
#undef OAIWIRE_HELD_Box
#pragma pop_macro("Box")
#endif
#ifdef OAIWIRE_HELD_Bytes
#undef OAIWIRE_HELD_Bytes
#pragma pop_macro("Bytes")
#endif
#ifdef OAIWIRE_HELD_C
#undef OAIWIRE_HELD_C
#pragma pop_macro("C")
#endif
#ifdef OAIWIRE_HELD_Call
#undef OAIWIRE_HELD_Call
#pragma pop_macro("Call")
#endif
#ifdef OAIWIRE_HELD_Calls
#undef OAIWIRE_HELD_Calls
#pragma pop_macro("Calls")
#endif
#ifdef OAIWIRE_HELD_Choice
#undef OAIWIRE_HELD_Choice
#pragma pop_macro("Choice")
#endif
#ifdef OAIWIRE_HELD_Chunk
#undef OAIWIRE_HELD_Chunk
#pragma pop_macro("Chunk")
#endif
#ifdef OAIWIRE_HELD_Client
#undef OAIWIRE_HELD_Client
#pragma pop_macro("Client")
#endif
#ifdef OAIWIRE_HELD_Clock
#undef OAIWIRE_HELD_Clock
#pragma pop_macro("Clock")
#endif
#ifdef OAIWIRE_HELD_Code
#undef OAIWIRE_HELD_Code
#pragma pop_macro("Code")
#endif
#ifdef OAIWIRE_HELD_Completion
#undef OAIWIRE_HELD_Completion
#pragma pop_macro("Completion")
#endif
#ifdef OAIWIRE_HELD_Connection
#undef OAIWIRE_HELD_Connection
#pragma pop_macro("Connection")
#endif
#ifdef OAIWIRE_HELD_Context
#undef OAIWIRE_HELD_Context
#pragma pop_macro("Context")
#endif
#ifdef OAIWIRE_HELD_Conversation
#undef OAIWIRE_HELD_Conversation
#pragma pop_macro("Conversation")
#endif
#ifdef OAIWIRE_HELD_Count
#undef OAIWIRE_HELD_Count
#pragma pop_macro("Count")
#endif
#ifdef OAIWIRE_HELD_Crypto
#undef OAIWIRE_HELD_Crypto
#pragma pop_macro("Crypto")
#endif
#ifdef OAIWIRE_HELD_DWORD
#undef OAIWIRE_HELD_DWORD
#pragma pop_macro("DWORD")
#endif
#ifdef OAIWIRE_HELD_Decision
#undef OAIWIRE_HELD_Decision
#pragma pop_macro("Decision")
#endif
#ifdef OAIWIRE_HELD_Delta
#undef OAIWIRE_HELD_Delta
#pragma pop_macro("Delta")
#endif
#ifdef OAIWIRE_HELD_Derived
#undef OAIWIRE_HELD_Derived
#pragma pop_macro("Derived")
#endif
#ifdef OAIWIRE_HELD_Details
#undef OAIWIRE_HELD_Details
#pragma pop_macro("Details")
#endif
#ifdef OAIWIRE_HELD_Done
#undef OAIWIRE_HELD_Done
#pragma pop_macro("Done")
#endif
#ifdef OAIWIRE_HELD_Due
#undef OAIWIRE_HELD_Due
#pragma pop_macro("Due")
#endif
#ifdef OAIWIRE_HELD_Duplex
#undef OAIWIRE_HELD_Duplex
#pragma pop_macro("Duplex")
#endif
#ifdef OAIWIRE_HELD_E
#undef OAIWIRE_HELD_E
#pragma pop_macro("E")
#endif
#ifdef OAIWIRE_HELD_ELAST
#undef OAIWIRE_HELD_ELAST
#pragma pop_macro("ELAST")
#endif
#ifdef OAIWIRE_HELD_EPOLLERR
#undef OAIWIRE_HELD_EPOLLERR
#pragma pop_macro("EPOLLERR")
#endif
#ifdef OAIWIRE_HELD_EPOLLHUP
#undef OAIWIRE_HELD_EPOLLHUP
#pragma pop_macro("EPOLLHUP")
#endif
#ifdef OAIWIRE_HELD_EPOLLIN
#undef OAIWIRE_HELD_EPOLLIN
#pragma pop_macro("EPOLLIN")
#endif
#ifdef OAIWIRE_HELD_EPOLLOUT
#undef OAIWIRE_HELD_EPOLLOUT
#pragma pop_macro("EPOLLOUT")
#endif
#ifdef OAIWIRE_HELD_Embedding
#undef OAIWIRE_HELD_Embedding
#pragma pop_macro("Embedding")
#endif
#ifdef OAIWIRE_HELD_Endpoints
#undef OAIWIRE_HELD_Endpoints
#pragma pop_macro("Endpoints")
#endif
#ifdef OAIWIRE_HELD_Enum
#undef OAIWIRE_HELD_Enum
#pragma pop_macro("Enum")
#endif
#ifdef OAIWIRE_HELD_Error
#undef OAIWIRE_HELD_Error
#pragma pop_macro("Error")
#endif
#ifdef OAIWIRE_HELD_Eval
#undef OAIWIRE_HELD_Eval
#pragma pop_macro("Eval")
#endif
#ifdef OAIWIRE_HELD_Event
#undef OAIWIRE_HELD_Event
#pragma pop_macro("Event")
#endif
#ifdef OAIWIRE_HELD_Exchange
#undef OAIWIRE_HELD_Exchange
#pragma pop_macro("Exchange")
#endif
#ifdef OAIWIRE_HELD_F
#undef OAIWIRE_HELD_F
#pragma pop_macro("F")
#endif
#ifdef OAIWIRE_HELD_Field
#undef OAIWIRE_HELD_Field
#pragma pop_macro("Field")
#endif
#ifdef OAIWIRE_HELD_File
#undef OAIWIRE_HELD_File
#pragma pop_macro("File")
#endif
#ifdef OAIWIRE_HELD_Fill
#undef OAIWIRE_HELD_Fill
#pragma pop_macro("Fill")
#endif
#ifdef OAIWIRE_HELD_First
#undef OAIWIRE_HELD_First
#pragma pop_macro("First")
#endif
#ifdef OAIWIRE_HELD_From
#undef OAIWIRE_HELD_From
#pragma pop_macro("From")
#endif
#ifdef OAIWIRE_HELD_Grader
#undef OAIWIRE_HELD_Grader
#pragma pop_macro("Grader")
#endif
#ifdef OAIWIRE_HELD_Graders
#undef OAIWIRE_HELD_Graders
#pragma pop_macro("Graders")
#endif
#ifdef OAIWIRE_HELD_Grammar
#undef OAIWIRE_HELD_Grammar
#pragma pop_macro("Grammar")
#endif
#ifdef OAIWIRE_HELD_H
#undef OAIWIRE_HELD_H
#pragma pop_macro("H")
#endif
#ifdef OAIWIRE_HELD_HINTERNET
#undef OAIWIRE_HELD_HINTERNET
#pragma pop_macro("HINTERNET")
#endif
#ifdef OAIWIRE_HELD_HMODULE
#undef OAIWIRE_HELD_HMODULE
#pragma pop_macro("HMODULE")
#endif
#ifdef OAIWIRE_HELD_Handle
#undef OAIWIRE_HELD_Handle
#pragma pop_macro("Handle")
#endif
#ifdef OAIWIRE_HELD_Handler
#undef OAIWIRE_HELD_Handler
#pragma pop_macro("Handler")
#endif
#ifdef OAIWIRE_HELD_High
#undef OAIWIRE_HELD_High
#pragma pop_macro("High")
#endif
#ifdef OAIWIRE_HELD_Http
#undef OAIWIRE_HELD_Http
#pragma pop_macro("Http")
#endif
#ifdef OAIWIRE_HELD_Hyperparameters
#undef OAIWIRE_HELD_Hyperparameters
#pragma pop_macro("Hyperparameters")
#endif
#ifdef OAIWIRE_HELD_I
#undef OAIWIRE_HELD_I
#pragma pop_macro("I")
#endif
#ifdef OAIWIRE_HELD_Image
#undef OAIWIRE_HELD_Image
#pragma pop_macro("Image")
#endif
#ifdef OAIWIRE_HELD_Indices
#undef OAIWIRE_HELD_Indices
#pragma pop_macro("Indices")
#endif
#ifdef OAIWIRE_HELD_Integer
#undef OAIWIRE_HELD_Integer
#pragma pop_macro("Integer")
#endif
#ifdef OAIWIRE_HELD_Item
#undef OAIWIRE_HELD_Item
#pragma pop_macro("Item")
#endif
#ifdef OAIWIRE_HELD_Items
#undef OAIWIRE_HELD_Items
#pragma pop_macro("Items")
#endif
#ifdef OAIWIRE_HELD_J
#undef OAIWIRE_HELD_J
#pragma pop_macro("J")
#endif
#ifdef OAIWIRE_HELD_K
#undef OAIWIRE_HELD_K
#pragma pop_macro("K")
#endif
#ifdef OAIWIRE_HELD_L
#undef OAIWIRE_HELD_L
#pragma pop_macro("L")
#endif
#ifdef OAIWIRE_HELD_LPVOID
#undef OAIWIRE_HELD_LPVOID
#pragma pop_macro("LPVOID")
#endif
#ifdef OAIWIRE_HELD_Lazy
#undef OAIWIRE_HELD_Lazy
#pragma pop_macro("Lazy")
#endif
#ifdef OAIWIRE_HELD_List
#undef OAIWIRE_HELD_List
#pragma pop_macro("List")
#endif
#ifdef OAIWIRE_HELD_Listing
#undef OAIWIRE_HELD_Listing
#pragma pop_macro("Listing")
#endif
#ifdef OAIWIRE_HELD_Logprob
#undef OAIWIRE_HELD_Logprob
#pragma pop_macro("Logprob")
#endif
#ifdef OAIWIRE_HELD_Logprobs
#undef OAIWIRE_HELD_Logprobs
#pragma pop_macro("Logprobs")
#endif
#ifdef OAIWIRE_HELD_Lookup
#undef OAIWIRE_HELD_Lookup
#pragma pop_macro("Lookup")
#endif
#ifdef OAIWIRE_HELD_Low
#undef OAIWIRE_HELD_Low
#pragma pop_macro("Low")
#endif
#ifdef OAIWIRE_HELD_M
#undef OAIWIRE_HELD_M
#pragma pop_macro("M")
#endif
#ifdef OAIWIRE_HELD_Map
#undef OAIWIRE_HELD_Map
#pragma pop_macro("Map")
#endif
#ifdef OAIWIRE_HELD_Member
#undef OAIWIRE_HELD_Member
#pragma pop_macro("Member")
#endif
#ifdef OAIWIRE_HELD_Members
#undef OAIWIRE_HELD_Members
#pragma pop_macro("Members")
#endif
#ifdef OAIWIRE_HELD_Message
#undef OAIWIRE_HELD_Message
#pragma pop_macro("Message")
#endif
#ifdef OAIWIRE_HELD_Messages
#undef OAIWIRE_HELD_Messages
#pragma pop_macro("Messages")
#endif
#ifdef OAIWIRE_HELD_Misalignment
#undef OAIWIRE_HELD_Misalignment
#pragma pop_macro("Misalignment")
#endif
#ifdef OAIWIRE_HELD_Modality
#undef OAIWIRE_HELD_Modality
#pragma pop_macro("Modality")
#endif
#ifdef OAIWIRE_HELD_Model
#undef OAIWIRE_HELD_Model
#pragma pop_macro("Model")
#endif
#ifdef OAIWIRE_HELD_Most
#undef OAIWIRE_HELD_Most
#pragma pop_macro("Most")
#endif
#ifdef OAIWIRE_HELD_N
#undef OAIWIRE_HELD_N
#pragma pop_macro("N")
#endif
#ifdef OAIWIRE_HELD_N8
#undef OAIWIRE_HELD_N8
#pragma pop_macro("N8")
#endif
#ifdef OAIWIRE_HELD_NOMINMAX
#undef OAIWIRE_HELD_NOMINMAX
#pragma pop_macro("NOMINMAX")
#endif
#ifdef OAIWIRE_HELD_Name
#undef OAIWIRE_HELD_Name
#pragma pop_macro("Name")
#endif
#ifdef OAIWIRE_HELD_Named
#undef OAIWIRE_HELD_Named
#pragma pop_macro("Named")
#endif
#ifdef OAIWIRE_HELD_Object
#undef OAIWIRE_HELD_Object
#pragma pop_macro("Object")
#endif
#ifdef OAIWIRE_HELD_Of
#undef OAIWIRE_HELD_Of
#pragma pop_macro("Of")
#endif
#ifdef OAIWIRE_HELD_Open
#undef OAIWIRE_HELD_Open
#pragma pop_macro("Open")
#endif
#ifdef OAIWIRE_HELD_Opener
#undef OAIWIRE_HELD_Opener
#pragma pop_macro("Opener")
#endif
#ifdef OAIWIRE_HELD_Options
#undef OAIWIRE_HELD_Options
#pragma pop_macro("Options")
#endif
#ifdef OAIWIRE_HELD_Otherwise
#undef OAIWIRE_HELD_Otherwise
#pragma pop_macro("Otherwise")
#endif
#ifdef OAIWIRE_HELD_Output
#undef OAIWIRE_HELD_Output
#pragma pop_macro("Output")
#endif
#ifdef OAIWIRE_HELD_Page
#undef OAIWIRE_HELD_Page
#pragma pop_macro("Page")
#endif
#ifdef OAIWIRE_HELD_Pair
#undef OAIWIRE_HELD_Pair
#pragma pop_macro("Pair")
#endif
#ifdef OAIWIRE_HELD_Part
#undef OAIWIRE_HELD_Part
#pragma pop_macro("Part")
#endif
#ifdef OAIWIRE_HELD_Parts
#undef OAIWIRE_HELD_Parts
#pragma pop_macro("Parts")
#endif
#ifdef OAIWIRE_HELD_Place
#undef OAIWIRE_HELD_Place
#pragma pop_macro("Place")
#endif
#ifdef OAIWIRE_HELD_Pointer
#undef OAIWIRE_HELD_Pointer
#pragma pop_macro("Pointer")
#endif
#ifdef OAIWIRE_HELD_Pointers
#undef OAIWIRE_HELD_Pointers
#pragma pop_macro("Pointers")
#endif
#ifdef OAIWIRE_HELD_Polled
#undef OAIWIRE_HELD_Polled
#pragma pop_macro("Polled")
#endif
#ifdef OAIWIRE_HELD_Pulled
#undef OAIWIRE_HELD_Pulled
#pragma pop_macro("Pulled")
#endif
#ifdef OAIWIRE_HELD_R
#undef OAIWIRE_HELD_R
#pragma pop_macro("R")
#endif
#ifdef OAIWIRE_HELD_Read
#undef OAIWIRE_HELD_Read
#pragma pop_macro("Read")
#endif
#ifdef OAIWIRE_HELD_Ready
#undef OAIWIRE_HELD_Ready
#pragma pop_macro("Ready")
#endif
#ifdef OAIWIRE_HELD_Real
#undef OAIWIRE_HELD_Real
#pragma pop_macro("Real")
#endif
#ifdef OAIWIRE_HELD_Reasoning
#undef OAIWIRE_HELD_Reasoning
#pragma pop_macro("Reasoning")
#endif
#ifdef OAIWIRE_HELD_Request
#undef OAIWIRE_HELD_Request
#pragma pop_macro("Request")
#endif
#ifdef OAIWIRE_HELD_Response
#undef OAIWIRE_HELD_Response
#pragma pop_macro("Response")
#endif
#ifdef OAIWIRE_HELD_Rest
#undef OAIWIRE_HELD_Rest
#pragma pop_macro("Rest")
#endif
#ifdef OAIWIRE_HELD_Results
#undef OAIWIRE_HELD_Results
#pragma pop_macro("Results")
#endif
#ifdef OAIWIRE_HELD_Role
#undef OAIWIRE_HELD_Role
#pragma pop_macro("Role")
#endif
#ifdef OAIWIRE_HELD_Row
#undef OAIWIRE_HELD_Row
#pragma pop_macro("Row")
#endif
#ifdef OAIWIRE_HELD_S
#undef OAIWIRE_HELD_S
#pragma pop_macro("S")
#endif
#ifdef OAIWIRE_HELD_SOCKET
#undef OAIWIRE_HELD_SOCKET
#pragma pop_macro("SOCKET")
#endif
#ifdef OAIWIRE_HELD_Said
#undef OAIWIRE_HELD_Said
#pragma pop_macro("Said")
#endif
#ifdef OAIWIRE_HELD_Send
#undef OAIWIRE_HELD_Send
#pragma pop_macro("Send")
#endif
#ifdef OAIWIRE_HELD_Session
#undef OAIWIRE_HELD_Session
#pragma pop_macro("Session")
#endif
#ifdef OAIWIRE_HELD_Signature
#undef OAIWIRE_HELD_Signature
#pragma pop_macro("Signature")
#endif
#ifdef OAIWIRE_HELD_Size
#undef OAIWIRE_HELD_Size
#pragma pop_macro("Size")
#endif
#ifdef OAIWIRE_HELD_Skill
#undef OAIWIRE_HELD_Skill
#pragma pop_macro("Skill")
#endif
#ifdef OAIWIRE_HELD_Speech
#undef OAIWIRE_HELD_Speech
#pragma pop_macro("Speech")
#endif
#ifdef OAIWIRE_HELD_Start
#undef OAIWIRE_HELD_Start
#pragma pop_macro("Start")
#endif
#ifdef OAIWIRE_HELD_State
#undef OAIWIRE_HELD_State
#pragma pop_macro("State")
#endif
#ifdef OAIWIRE_HELD_Step
#undef OAIWIRE_HELD_Step
#pragma pop_macro("Step")
#endif
#ifdef OAIWIRE_HELD_Stop
#undef OAIWIRE_HELD_Stop
#pragma pop_macro("Stop")
#endif
#ifdef OAIWIRE_HELD_Stream
#undef OAIWIRE_HELD_Stream
#pragma pop_macro("Stream")
#endif
#ifdef OAIWIRE_HELD_Strict
#undef OAIWIRE_HELD_Strict
#pragma pop_macro("Strict")
#endif
#ifdef OAIWIRE_HELD_String
#undef OAIWIRE_HELD_String
#pragma pop_macro("String")
#endif
#ifdef OAIWIRE_HELD_Struct
#undef OAIWIRE_HELD_Struct
#pragma pop_macro("Struct")
#endif
#ifdef OAIWIRE_HELD_Success
#undef OAIWIRE_HELD_Success
#pragma pop_macro("Success")
#endif
#ifdef OAIWIRE_HELD_T
#undef OAIWIRE_HELD_T
#pragma pop_macro("T")
#endif
#ifdef OAIWIRE_HELD_TAKES
#undef OAIWIRE_HELD_TAKES
#pragma pop_macro("TAKES")
#endif
#ifdef OAIWIRE_HELD_Tail
#undef OAIWIRE_HELD_Tail
#pragma pop_macro("Tail")
#endif
#ifdef OAIWIRE_HELD_Text
#undef OAIWIRE_HELD_Text
#pragma pop_macro("Text")
#endif
#ifdef OAIWIRE_HELD_Timing
#undef OAIWIRE_HELD_Timing
#pragma pop_macro("Timing")
#endif
#ifdef OAIWIRE_HELD_To
#undef OAIWIRE_HELD_To
#pragma pop_macro("To")
#endif
#ifdef OAIWIRE_HELD_Token
#undef OAIWIRE_HELD_Token
#pragma pop_macro("Token")
#endif
#ifdef OAIWIRE_HELD_Tool
#undef OAIWIRE_HELD_Tool
#pragma pop_macro("Tool")
#endif
#ifdef OAIWIRE_HELD_Transcription
#undef OAIWIRE_HELD_Transcription
#pragma pop_macro("Transcription")
#endif
#ifdef OAIWIRE_HELD_Transport
#undef OAIWIRE_HELD_Transport
#pragma pop_macro("Transport")
#endif
#ifdef OAIWIRE_HELD_Truncation
#undef OAIWIRE_HELD_Truncation
#pragma pop_macro("Truncation")
#endif
#ifdef OAIWIRE_HELD_U
#undef OAIWIRE_HELD_U
#pragma pop_macro("U")
#endif
#ifdef OAIWIRE_HELD_UINT
#undef OAIWIRE_HELD_UINT
#pragma pop_macro("UINT")
#endif
#ifdef OAIWIRE_HELD_ULONG
#undef OAIWIRE_HELD_ULONG
#pragma pop_macro("ULONG")
#endif
#ifdef OAIWIRE_HELD_Union
#undef OAIWIRE_HELD_Union
#pragma pop_macro("Union")
#endif
#ifdef OAIWIRE_HELD_Upload
#undef OAIWIRE_HELD_Upload
#pragma pop_macro("Upload")
#endif
#ifdef OAIWIRE_HELD_Usage
#undef OAIWIRE_HELD_Usage
#pragma pop_macro("Usage")
#endif
#ifdef OAIWIRE_HELD_V
#undef OAIWIRE_HELD_V
#pragma pop_macro("V")
#endif
#ifdef OAIWIRE_HELD_VISIT
#undef OAIWIRE_HELD_VISIT
#pragma pop_macro("VISIT")
#endif
#ifdef OAIWIRE_HELD_Valid
#undef OAIWIRE_HELD_Valid
#pragma pop_macro("Valid")
#endif
#ifdef OAIWIRE_HELD_Value
#undef OAIWIRE_HELD_Value
#pragma pop_macro("Value")
#endif
#ifdef OAIWIRE_HELD_Variant
#undef OAIWIRE_HELD_Variant
#pragma pop_macro("Variant")
#endif
#ifdef OAIWIRE_HELD_Verbosity
#undef OAIWIRE_HELD_Verbosity
#pragma pop_macro("Verbosity")
#endif
#ifdef OAIWIRE_HELD_Voice
#undef OAIWIRE_HELD_Voice
#pragma pop_macro("Voice")
#endif
#ifdef OAIWIRE_HELD_Which
#undef OAIWIRE_HELD_Which
#pragma pop_macro("Which")
#endif
#ifdef OAIWIRE_HELD_Word
#undef OAIWIRE_HELD_Word
#pragma pop_macro("Word")
#endif
#ifdef OAIWIRE_HELD_Write
#undef OAIWIRE_HELD_Write
#pragma pop_macro("Write")
#endif
#ifdef OAIWIRE_HELD_X
#undef OAIWIRE_HELD_X
#pragma pop_macro("X")
#endif
#ifdef OAIWIRE_HELD_a
#undef OAIWIRE_HELD_a
#pragma pop_macro("a")
#endif
#ifdef OAIWIRE_HELD_a0
#undef OAIWIRE_HELD_a0
#pragma pop_macro("a0")
#endif
#ifdef OAIWIRE_HELD_a1
#undef OAIWIRE_HELD_a1
#pragma pop_macro("a1")
#endif
#ifdef OAIWIRE_HELD_a2
#undef OAIWIRE_HELD_a2
#pragma pop_macro("a2")
#endif
#ifdef OAIWIRE_HELD_a3
#undef OAIWIRE_HELD_a3
#pragma pop_macro("a3")
#endif
#ifdef OAIWIRE_HELD_a4
#undef OAIWIRE_HELD_a4
#pragma pop_macro("a4")
#endif
#ifdef OAIWIRE_HELD_a5
#undef OAIWIRE_HELD_a5
#pragma pop_macro("a5")
#endif
#ifdef OAIWIRE_HELD_a6
#undef OAIWIRE_HELD_a6
#pragma pop_macro("a6")
#endif
#ifdef OAIWIRE_HELD_a7
#undef OAIWIRE_HELD_a7
#pragma pop_macro("a7")
#endif
#ifdef OAIWIRE_HELD_aac
#undef OAIWIRE_HELD_aac
#pragma pop_macro("aac")
#endif
#ifdef OAIWIRE_HELD_abandon
#undef OAIWIRE_HELD_abandon
#pragma pop_macro("abandon")
#endif
#ifdef OAIWIRE_HELD_abort
#undef OAIWIRE_HELD_abort
#pragma pop_macro("abort")
#endif
#ifdef OAIWIRE_HELD_aborted
#undef OAIWIRE_HELD_aborted
#pragma pop_macro("aborted")
#endif
#ifdef OAIWIRE_HELD_about
#undef OAIWIRE_HELD_about
#pragma pop_macro("about")
#endif
#ifdef OAIWIRE_HELD_above
#undef OAIWIRE_HELD_above
#pragma pop_macro("above")
#endif
#ifdef OAIWIRE_HELD_abs
#undef OAIWIRE_HELD_abs
#pragma pop_macro("abs")
#endif
#ifdef OAIWIRE_HELD_absent
#undef OAIWIRE_HELD_absent
#pragma pop_macro("absent")
#endif
#ifdef OAIWIRE_HELD_absolute
#undef OAIWIRE_HELD_absolute
#pragma pop_macro("absolute")
#endif
#ifdef OAIWIRE_HELD_accept
#undef OAIWIRE_HELD_accept
#pragma pop_macro("accept")
#endif
#ifdef OAIWIRE_HELD_accepted
#undef OAIWIRE_HELD_accepted
#pragma pop_macro("accepted")
#endif
#ifdef OAIWIRE_HELD_accepts
#undef OAIWIRE_HELD_accepts
#pragma pop_macro("accepts")
#endif
#ifdef OAIWIRE_HELD_access
#undef OAIWIRE_HELD_access
#pragma pop_macro("access")
#endif
#ifdef OAIWIRE_HELD_account
#undef OAIWIRE_HELD_account
#pragma pop_macro("account")
#endif
#ifdef OAIWIRE_HELD_accumulate
#undef OAIWIRE_HELD_accumulate
#pragma pop_macro("accumulate")
#endif
#ifdef OAIWIRE_HELD_accumulator
#undef OAIWIRE_HELD_accumulator
#pragma pop_macro("accumulator")
#endif
#ifdef OAIWIRE_HELD_acos
#undef OAIWIRE_HELD_acos
#pragma pop_macro("acos")
#endif
#ifdef OAIWIRE_HELD_acosf
#undef OAIWIRE_HELD_acosf
#pragma pop_macro("acosf")
#endif
#ifdef OAIWIRE_HELD_acosh
#undef OAIWIRE_HELD_acosh
#pragma pop_macro("acosh")
#endif
#ifdef OAIWIRE_HELD_acoshf
#undef OAIWIRE_HELD_acoshf
#pragma pop_macro("acoshf")
#endif
#ifdef OAIWIRE_HELD_acoshl
#undef OAIWIRE_HELD_acoshl
#pragma pop_macro("acoshl")
#endif
#ifdef OAIWIRE_HELD_acosl
#undef OAIWIRE_HELD_acosl
#pragma pop_macro("acosl")
#endif
#ifdef OAIWIRE_HELD_acquire
#undef OAIWIRE_HELD_acquire
#pragma pop_macro("acquire")
#endif
#ifdef OAIWIRE_HELD_act
#undef OAIWIRE_HELD_act
#pragma pop_macro("act")
#endif
#ifdef OAIWIRE_HELD_acted
#undef OAIWIRE_HELD_acted
#pragma pop_macro("acted")
#endif
#ifdef OAIWIRE_HELD_action
#undef OAIWIRE_HELD_action
#pragma pop_macro("action")
#endif
#ifdef OAIWIRE_HELD_actions
#undef OAIWIRE_HELD_actions
#pragma pop_macro("actions")
#endif
#ifdef OAIWIRE_HELD_add
#undef OAIWIRE_HELD_add
#pragma pop_macro("add")
#endif
#ifdef OAIWIRE_HELD_added
#undef OAIWIRE_HELD_added
#pragma pop_macro("added")
#endif
#ifdef OAIWIRE_HELD_address
#undef OAIWIRE_HELD_address
#pragma pop_macro("address")
#endif
#ifdef OAIWIRE_HELD_addresses
#undef OAIWIRE_HELD_addresses
#pragma pop_macro("addresses")
#endif
#ifdef OAIWIRE_HELD_addressof
#undef OAIWIRE_HELD_addressof
#pragma pop_macro("addressof")
#endif
#ifdef OAIWIRE_HELD_addrinfo
#undef OAIWIRE_HELD_addrinfo
#pragma pop_macro("addrinfo")
#endif
#ifdef OAIWIRE_HELD_adjustfield
#undef OAIWIRE_HELD_adjustfield
#pragma pop_macro("adjustfield")
#endif
#ifdef OAIWIRE_HELD_admits
#undef OAIWIRE_HELD_admits
#pragma pop_macro("admits")
#endif
#ifdef OAIWIRE_HELD_adopt
#undef OAIWIRE_HELD_adopt
#pragma pop_macro("adopt")
#endif
#ifdef OAIWIRE_HELD_advance
#undef OAIWIRE_HELD_advance
#pragma pop_macro("advance")
#endif
#ifdef OAIWIRE_HELD_after
#undef OAIWIRE_HELD_after
#pragma pop_macro("after")
#endif
#ifdef OAIWIRE_HELD_again
#undef OAIWIRE_HELD_again
#pragma pop_macro("again")
#endif
#ifdef OAIWIRE_HELD_agent
#undef OAIWIRE_HELD_agent
#pragma pop_macro("agent")
#endif
#ifdef OAIWIRE_HELD_aggregate
#undef OAIWIRE_HELD_aggregate
#pragma pop_macro("aggregate")
#endif
#ifdef OAIWIRE_HELD_agree
#undef OAIWIRE_HELD_agree
#pragma pop_macro("agree")
#endif
#ifdef OAIWIRE_HELD_agreed
#undef OAIWIRE_HELD_agreed
#pragma pop_macro("agreed")
#endif
#ifdef OAIWIRE_HELD_agreement
#undef OAIWIRE_HELD_agreement
#pragma pop_macro("agreement")
#endif
#ifdef OAIWIRE_HELD_agrees
#undef OAIWIRE_HELD_agrees
#pragma pop_macro("agrees")
#endif
#ifdef OAIWIRE_HELD_ahead
#undef OAIWIRE_HELD_ahead
#pragma pop_macro("ahead")
#endif
#ifdef OAIWIRE_HELD_align
#undef OAIWIRE_HELD_align
#pragma pop_macro("align")
#endif
#ifdef OAIWIRE_HELD_alignas
#undef OAIWIRE_HELD_alignas
#pragma pop_macro("alignas")
#endif
#ifdef OAIWIRE_HELD_aligned
#undef OAIWIRE_HELD_aligned
#pragma pop_macro("aligned")
#endif
#ifdef OAIWIRE_HELD_aligned_alloc
#undef OAIWIRE_HELD_aligned_alloc
#pragma pop_macro("aligned_alloc")
#endif
#ifdef OAIWIRE_HELD_alignof
#undef OAIWIRE_HELD_alignof
#pragma pop_macro("alignof")
#endif
#ifdef OAIWIRE_HELD_alike
#undef OAIWIRE_HELD_alike
#pragma pop_macro("alike")
#endif
#ifdef OAIWIRE_HELD_alive
#undef OAIWIRE_HELD_alive
#pragma pop_macro("alive")
#endif
#ifdef OAIWIRE_HELD_all
#undef OAIWIRE_HELD_all
#pragma pop_macro("all")
#endif
#ifdef OAIWIRE_HELD_all_of
#undef OAIWIRE_HELD_all_of
#pragma pop_macro("all_of")
#endif
#ifdef OAIWIRE_HELD_allocate
#undef OAIWIRE_HELD_allocate
#pragma pop_macro("allocate")
#endif
#ifdef OAIWIRE_HELD_allocator
#undef OAIWIRE_HELD_allocator
#pragma pop_macro("allocator")
#endif
#ifdef OAIWIRE_HELD_allow
#undef OAIWIRE_HELD_allow
#pragma pop_macro("allow")
#endif
#ifdef OAIWIRE_HELD_allowed
#undef OAIWIRE_HELD_allowed
#pragma pop_macro("allowed")
#endif
#ifdef OAIWIRE_HELD_alnum
#undef OAIWIRE_HELD_alnum
#pragma pop_macro("alnum")
#endif
#ifdef OAIWIRE_HELD_alone
#undef OAIWIRE_HELD_alone
#pragma pop_macro("alone")
#endif
#ifdef OAIWIRE_HELD_alpha
#undef OAIWIRE_HELD_alpha
#pragma pop_macro("alpha")
#endif
#ifdef OAIWIRE_HELD_also
#undef OAIWIRE_HELD_also
#pragma pop_macro("also")
#endif
#ifdef OAIWIRE_HELD_alternative
#undef OAIWIRE_HELD_alternative
#pragma pop_macro("alternative")
#endif
#ifdef OAIWIRE_HELD_alternatives
#undef OAIWIRE_HELD_alternatives
#pragma pop_macro("alternatives")
#endif
#ifdef OAIWIRE_HELD_always
#undef OAIWIRE_HELD_always
#pragma pop_macro("always")
#endif
#ifdef OAIWIRE_HELD_always_inline
#undef OAIWIRE_HELD_always_inline
#pragma pop_macro("always_inline")
#endif
#ifdef OAIWIRE_HELD_ambiguous
#undef OAIWIRE_HELD_ambiguous
#pragma pop_macro("ambiguous")
#endif
#ifdef OAIWIRE_HELD_anchor
#undef OAIWIRE_HELD_anchor
#pragma pop_macro("anchor")
#endif
#ifdef OAIWIRE_HELD_and_then
#undef OAIWIRE_HELD_and_then
#pragma pop_macro("and_then")
#endif
#ifdef OAIWIRE_HELD_annotated
#undef OAIWIRE_HELD_annotated
#pragma pop_macro("annotated")
#endif
#ifdef OAIWIRE_HELD_annotation
#undef OAIWIRE_HELD_annotation
#pragma pop_macro("annotation")
#endif
#ifdef OAIWIRE_HELD_annotations
#undef OAIWIRE_HELD_annotations
#pragma pop_macro("annotations")
#endif
#ifdef OAIWIRE_HELD_announced
#undef OAIWIRE_HELD_announced
#pragma pop_macro("announced")
#endif
#ifdef OAIWIRE_HELD_answer
#undef OAIWIRE_HELD_answer
#pragma pop_macro("answer")
#endif
#ifdef OAIWIRE_HELD_answered
#undef OAIWIRE_HELD_answered
#pragma pop_macro("answered")
#endif
#ifdef OAIWIRE_HELD_answering
#undef OAIWIRE_HELD_answering
#pragma pop_macro("answering")
#endif
#ifdef OAIWIRE_HELD_answers
#undef OAIWIRE_HELD_answers
#pragma pop_macro("answers")
#endif
#ifdef OAIWIRE_HELD_any
#undef OAIWIRE_HELD_any
#pragma pop_macro("any")
#endif
#ifdef OAIWIRE_HELD_any_of
#undef OAIWIRE_HELD_any_of
#pragma pop_macro("any_of")
#endif
#ifdef OAIWIRE_HELD_anything
#undef OAIWIRE_HELD_anything
#pragma pop_macro("anything")
#endif
#ifdef OAIWIRE_HELD_apart
#undef OAIWIRE_HELD_apart
#pragma pop_macro("apart")
#endif
#ifdef OAIWIRE_HELD_api
#undef OAIWIRE_HELD_api
#pragma pop_macro("api")
#endif
#ifdef OAIWIRE_HELD_app
#undef OAIWIRE_HELD_app
#pragma pop_macro("app")
#endif
#ifdef OAIWIRE_HELD_append
#undef OAIWIRE_HELD_append
#pragma pop_macro("append")
#endif
#ifdef OAIWIRE_HELD_apply
#undef OAIWIRE_HELD_apply
#pragma pop_macro("apply")
#endif
#ifdef OAIWIRE_HELD_approval
#undef OAIWIRE_HELD_approval
#pragma pop_macro("approval")
#endif
#ifdef OAIWIRE_HELD_approve
#undef OAIWIRE_HELD_approve
#pragma pop_macro("approve")
#endif
#ifdef OAIWIRE_HELD_approved
#undef OAIWIRE_HELD_approved
#pragma pop_macro("approved")
#endif
#ifdef OAIWIRE_HELD_approximate
#undef OAIWIRE_HELD_approximate
#pragma pop_macro("approximate")
#endif
#ifdef OAIWIRE_HELD_arg
#undef OAIWIRE_HELD_arg
#pragma pop_macro("arg")
#endif
#ifdef OAIWIRE_HELD_args
#undef OAIWIRE_HELD_args
#pragma pop_macro("args")
#endif
#ifdef OAIWIRE_HELD_arguments
#undef OAIWIRE_HELD_arguments
#pragma pop_macro("arguments")
#endif
#ifdef OAIWIRE_HELD_around
#undef OAIWIRE_HELD_around
#pragma pop_macro("around")
#endif
#ifdef OAIWIRE_HELD_array
#undef OAIWIRE_HELD_array
#pragma pop_macro("array")
#endif
#ifdef OAIWIRE_HELD_arrived
#undef OAIWIRE_HELD_arrived
#pragma pop_macro("arrived")
#endif
#ifdef OAIWIRE_HELD_as
#undef OAIWIRE_HELD_as
#pragma pop_macro("as")
#endif
#ifdef OAIWIRE_HELD_as_const
#undef OAIWIRE_HELD_as_const
#pragma pop_macro("as_const")
#endif
#ifdef OAIWIRE_HELD_ascii
#undef OAIWIRE_HELD_ascii
#pragma pop_macro("ascii")
#endif
#ifdef OAIWIRE_HELD_asctime
#undef OAIWIRE_HELD_asctime
#pragma pop_macro("asctime")
#endif
#ifdef OAIWIRE_HELD_asin
#undef OAIWIRE_HELD_asin
#pragma pop_macro("asin")
#endif
#ifdef OAIWIRE_HELD_asinf
#undef OAIWIRE_HELD_asinf
#pragma pop_macro("asinf")
#endif
#ifdef OAIWIRE_HELD_asinh
#undef OAIWIRE_HELD_asinh
#pragma pop_macro("asinh")
#endif
#ifdef OAIWIRE_HELD_asinhf
#undef OAIWIRE_HELD_asinhf
#pragma pop_macro("asinhf")
#endif
#ifdef OAIWIRE_HELD_asinhl
#undef OAIWIRE_HELD_asinhl
#pragma pop_macro("asinhl")
#endif
#ifdef OAIWIRE_HELD_asinl
#undef OAIWIRE_HELD_asinl
#pragma pop_macro("asinl")
#endif
#ifdef OAIWIRE_HELD_asio
#undef OAIWIRE_HELD_asio
#pragma pop_macro("asio")
#endif
#ifdef OAIWIRE_HELD_ask
#undef OAIWIRE_HELD_ask
#pragma pop_macro("ask")
#endif
#ifdef OAIWIRE_HELD_asked
#undef OAIWIRE_HELD_asked
#pragma pop_macro("asked")
#endif
#ifdef OAIWIRE_HELD_asking
#undef OAIWIRE_HELD_asking
#pragma pop_macro("asking")
#endif
#ifdef OAIWIRE_HELD_asks
#undef OAIWIRE_HELD_asks
#pragma pop_macro("asks")
#endif
#ifdef OAIWIRE_HELD_asm
#undef OAIWIRE_HELD_asm
#pragma pop_macro("asm")
#endif
#ifdef OAIWIRE_HELD_assign
#undef OAIWIRE_HELD_assign
#pragma pop_macro("assign")
#endif
#ifdef OAIWIRE_HELD_assistant
#undef OAIWIRE_HELD_assistant
#pragma pop_macro("assistant")
#endif
#ifdef OAIWIRE_HELD_assistants
#undef OAIWIRE_HELD_assistants
#pragma pop_macro("assistants")
#endif
#ifdef OAIWIRE_HELD_async
#undef OAIWIRE_HELD_async
#pragma pop_macro("async")
#endif
#ifdef OAIWIRE_HELD_at
#undef OAIWIRE_HELD_at
#pragma pop_macro("at")
#endif
#ifdef OAIWIRE_HELD_at_quick_exit
#undef OAIWIRE_HELD_at_quick_exit
#pragma pop_macro("at_quick_exit")
#endif
#ifdef OAIWIRE_HELD_atan
#undef OAIWIRE_HELD_atan
#pragma pop_macro("atan")
#endif
#ifdef OAIWIRE_HELD_atan2
#undef OAIWIRE_HELD_atan2
#pragma pop_macro("atan2")
#endif
#ifdef OAIWIRE_HELD_atanf
#undef OAIWIRE_HELD_atanf
#pragma pop_macro("atanf")
#endif
#ifdef OAIWIRE_HELD_atanh
#undef OAIWIRE_HELD_atanh
#pragma pop_macro("atanh")
#endif
#ifdef OAIWIRE_HELD_atanhf
#undef OAIWIRE_HELD_atanhf
#pragma pop_macro("atanhf")
#endif
#ifdef OAIWIRE_HELD_atanhl
#undef OAIWIRE_HELD_atanhl
#pragma pop_macro("atanhl")
#endif
#ifdef OAIWIRE_HELD_atanl
#undef OAIWIRE_HELD_atanl
#pragma pop_macro("atanl")
#endif
#ifdef OAIWIRE_HELD_ate
#undef OAIWIRE_HELD_ate
#pragma pop_macro("ate")
#endif
#ifdef OAIWIRE_HELD_atexit
#undef OAIWIRE_HELD_atexit
#pragma pop_macro("atexit")
#endif
#ifdef OAIWIRE_HELD_atof
#undef OAIWIRE_HELD_atof
#pragma pop_macro("atof")
#endif
#ifdef OAIWIRE_HELD_atoi
#undef OAIWIRE_HELD_atoi
#pragma pop_macro("atoi")
#endif
#ifdef OAIWIRE_HELD_atol
#undef OAIWIRE_HELD_atol
#pragma pop_macro("atol")
#endif
#ifdef OAIWIRE_HELD_atoll
#undef OAIWIRE_HELD_atoll
#pragma pop_macro("atoll")
#endif
#ifdef OAIWIRE_HELD_atoma
#undef OAIWIRE_HELD_atoma
#pragma pop_macro("atoma")
#endif
#ifdef OAIWIRE_HELD_atomic
#undef OAIWIRE_HELD_atomic
#pragma pop_macro("atomic")
#endif
#ifdef OAIWIRE_HELD_atomic_flag
#undef OAIWIRE_HELD_atomic_flag
#pragma pop_macro("atomic_flag")
#endif
#ifdef OAIWIRE_HELD_attempt
#undef OAIWIRE_HELD_attempt
#pragma pop_macro("attempt")
#endif
#ifdef OAIWIRE_HELD_attempts
#undef OAIWIRE_HELD_attempts
#pragma pop_macro("attempts")
#endif
#ifdef OAIWIRE_HELD_atto
#undef OAIWIRE_HELD_atto
#pragma pop_macro("atto")
#endif
#ifdef OAIWIRE_HELD_attributes
#undef OAIWIRE_HELD_attributes
#pragma pop_macro("attributes")
#endif
#ifdef OAIWIRE_HELD_audio
#undef OAIWIRE_HELD_audio
#pragma pop_macro("audio")
#endif
#ifdef OAIWIRE_HELD_auth
#undef OAIWIRE_HELD_auth
#pragma pop_macro("auth")
#endif
#ifdef OAIWIRE_HELD_authentication
#undef OAIWIRE_HELD_authentication
#pragma pop_macro("authentication")
#endif
#ifdef OAIWIRE_HELD_authority
#undef OAIWIRE_HELD_authority
#pragma pop_macro("authority")
#endif
#ifdef OAIWIRE_HELD_authorization
#undef OAIWIRE_HELD_authorization
#pragma pop_macro("authorization")
#endif
#ifdef OAIWIRE_HELD_auto
#undef OAIWIRE_HELD_auto
#pragma pop_macro("auto")
#endif
#ifdef OAIWIRE_HELD_auto_
#undef OAIWIRE_HELD_auto_
#pragma pop_macro("auto_")
#endif
#ifdef OAIWIRE_HELD_auto_ptr
#undef OAIWIRE_HELD_auto_ptr
#pragma pop_macro("auto_ptr")
#endif
#ifdef OAIWIRE_HELD_available
#undef OAIWIRE_HELD_available
#pragma pop_macro("available")
#endif
#ifdef OAIWIRE_HELD_avx
#undef OAIWIRE_HELD_avx
#pragma pop_macro("avx")
#endif
#ifdef OAIWIRE_HELD_avx2
#undef OAIWIRE_HELD_avx2
#pragma pop_macro("avx2")
#endif
#ifdef OAIWIRE_HELD_avx512
#undef OAIWIRE_HELD_avx512
#pragma pop_macro("avx512")
#endif
#ifdef OAIWIRE_HELD_awaitable
#undef OAIWIRE_HELD_awaitable
#pragma pop_macro("awaitable")
#endif
#ifdef OAIWIRE_HELD_azure
#undef OAIWIRE_HELD_azure
#pragma pop_macro("azure")
#endif
#ifdef OAIWIRE_HELD_b
#undef OAIWIRE_HELD_b
#pragma pop_macro("b")
#endif
#ifdef OAIWIRE_HELD_b0
#undef OAIWIRE_HELD_b0
#pragma pop_macro("b0")
#endif
#ifdef OAIWIRE_HELD_b1
#undef OAIWIRE_HELD_b1
#pragma pop_macro("b1")
#endif
#ifdef OAIWIRE_HELD_b2
#undef OAIWIRE_HELD_b2
#pragma pop_macro("b2")
#endif
#ifdef OAIWIRE_HELD_b3
#undef OAIWIRE_HELD_b3
#pragma pop_macro("b3")
#endif
#ifdef OAIWIRE_HELD_b4
#undef OAIWIRE_HELD_b4
#pragma pop_macro("b4")
#endif
#ifdef OAIWIRE_HELD_b5
#undef OAIWIRE_HELD_b5
#pragma pop_macro("b5")
#endif
#ifdef OAIWIRE_HELD_b6
#undef OAIWIRE_HELD_b6
#pragma pop_macro("b6")
#endif
#ifdef OAIWIRE_HELD_b7
#undef OAIWIRE_HELD_b7
#pragma pop_macro("b7")
#endif
#ifdef OAIWIRE_HELD_back
#undef OAIWIRE_HELD_back
#pragma pop_macro("back")
#endif
#ifdef OAIWIRE_HELD_background
#undef OAIWIRE_HELD_background
#pragma pop_macro("background")
#endif
#ifdef OAIWIRE_HELD_backlog
#undef OAIWIRE_HELD_backlog
#pragma pop_macro("backlog")
#endif
#ifdef OAIWIRE_HELD_backslash
#undef OAIWIRE_HELD_backslash
#pragma pop_macro("backslash")
#endif
#ifdef OAIWIRE_HELD_bad
#undef OAIWIRE_HELD_bad
#pragma pop_macro("bad")
#endif
#ifdef OAIWIRE_HELD_bad_alloc
#undef OAIWIRE_HELD_bad_alloc
#pragma pop_macro("bad_alloc")
#endif
#ifdef OAIWIRE_HELD_badbit
#undef OAIWIRE_HELD_badbit
#pragma pop_macro("badbit")
#endif
#ifdef OAIWIRE_HELD_bare
#undef OAIWIRE_HELD_bare
#pragma pop_macro("bare")
#endif
#ifdef OAIWIRE_HELD_base
#undef OAIWIRE_HELD_base
#pragma pop_macro("base")
#endif
#ifdef OAIWIRE_HELD_base64
#undef OAIWIRE_HELD_base64
#pragma pop_macro("base64")
#endif
#ifdef OAIWIRE_HELD_basefield
#undef OAIWIRE_HELD_basefield
#pragma pop_macro("basefield")
#endif
#ifdef OAIWIRE_HELD_basic_string
#undef OAIWIRE_HELD_basic_string
#pragma pop_macro("basic_string")
#endif
#ifdef OAIWIRE_HELD_batch
#undef OAIWIRE_HELD_batch
#pragma pop_macro("batch")
#endif
#ifdef OAIWIRE_HELD_bearer
#undef OAIWIRE_HELD_bearer
#pragma pop_macro("bearer")
#endif
#ifdef OAIWIRE_HELD_beast
#undef OAIWIRE_HELD_beast
#pragma pop_macro("beast")
#endif
#ifdef OAIWIRE_HELD_bedrock
#undef OAIWIRE_HELD_bedrock
#pragma pop_macro("bedrock")
#endif
#ifdef OAIWIRE_HELD_before
#undef OAIWIRE_HELD_before
#pragma pop_macro("before")
#endif
#ifdef OAIWIRE_HELD_before1
#undef OAIWIRE_HELD_before1
#pragma pop_macro("before1")
#endif
#ifdef OAIWIRE_HELD_before2
#undef OAIWIRE_HELD_before2
#pragma pop_macro("before2")
#endif
#ifdef OAIWIRE_HELD_before3
#undef OAIWIRE_HELD_before3
#pragma pop_macro("before3")
#endif
#ifdef OAIWIRE_HELD_beg
#undef OAIWIRE_HELD_beg
#pragma pop_macro("beg")
#endif
#ifdef OAIWIRE_HELD_began
#undef OAIWIRE_HELD_began
#pragma pop_macro("began")
#endif
#ifdef OAIWIRE_HELD_begin
#undef OAIWIRE_HELD_begin
#pragma pop_macro("begin")
#endif
#ifdef OAIWIRE_HELD_beginning
#undef OAIWIRE_HELD_beginning
#pragma pop_macro("beginning")
#endif
#ifdef OAIWIRE_HELD_begins
#undef OAIWIRE_HELD_begins
#pragma pop_macro("begins")
#endif
#ifdef OAIWIRE_HELD_begun
#undef OAIWIRE_HELD_begun
#pragma pop_macro("begun")
#endif
#ifdef OAIWIRE_HELD_behind
#undef OAIWIRE_HELD_behind
#pragma pop_macro("behind")
#endif
#ifdef OAIWIRE_HELD_bell
#undef OAIWIRE_HELD_bell
#pragma pop_macro("bell")
#endif
#ifdef OAIWIRE_HELD_below
#undef OAIWIRE_HELD_below
#pragma pop_macro("below")
#endif
#ifdef OAIWIRE_HELD_beside
#undef OAIWIRE_HELD_beside
#pragma pop_macro("beside")
#endif
#ifdef OAIWIRE_HELD_beta
#undef OAIWIRE_HELD_beta
#pragma pop_macro("beta")
#endif
#ifdef OAIWIRE_HELD_betaf
#undef OAIWIRE_HELD_betaf
#pragma pop_macro("betaf")
#endif
#ifdef OAIWIRE_HELD_betal
#undef OAIWIRE_HELD_betal
#pragma pop_macro("betal")
#endif
#ifdef OAIWIRE_HELD_between
#undef OAIWIRE_HELD_between
#pragma pop_macro("between")
#endif
#ifdef OAIWIRE_HELD_beyond
#undef OAIWIRE_HELD_beyond
#pragma pop_macro("beyond")
#endif
#ifdef OAIWIRE_HELD_bias
#undef OAIWIRE_HELD_bias
#pragma pop_macro("bias")
#endif
#ifdef OAIWIRE_HELD_biased
#undef OAIWIRE_HELD_biased
#pragma pop_macro("biased")
#endif
#ifdef OAIWIRE_HELD_big
#undef OAIWIRE_HELD_big
#pragma pop_macro("big")
#endif
#ifdef OAIWIRE_HELD_billing
#undef OAIWIRE_HELD_billing
#pragma pop_macro("billing")
#endif
#ifdef OAIWIRE_HELD_binary
#undef OAIWIRE_HELD_binary
#pragma pop_macro("binary")
#endif
#ifdef OAIWIRE_HELD_bind
#undef OAIWIRE_HELD_bind
#pragma pop_macro("bind")
#endif
#ifdef OAIWIRE_HELD_bindtextdomain
#undef OAIWIRE_HELD_bindtextdomain
#pragma pop_macro("bindtextdomain")
#endif
#ifdef OAIWIRE_HELD_bit
#undef OAIWIRE_HELD_bit
#pragma pop_macro("bit")
#endif
#ifdef OAIWIRE_HELD_bit_cast
#undef OAIWIRE_HELD_bit_cast
#pragma pop_macro("bit_cast")
#endif
#ifdef OAIWIRE_HELD_bit_floor
#undef OAIWIRE_HELD_bit_floor
#pragma pop_macro("bit_floor")
#endif
#ifdef OAIWIRE_HELD_bit_width
#undef OAIWIRE_HELD_bit_width
#pragma pop_macro("bit_width")
#endif
#ifdef OAIWIRE_HELD_bits
#undef OAIWIRE_HELD_bits
#pragma pop_macro("bits")
#endif
#ifdef OAIWIRE_HELD_bitset
#undef OAIWIRE_HELD_bitset
#pragma pop_macro("bitset")
#endif
#ifdef OAIWIRE_HELD_blank
#undef OAIWIRE_HELD_blank
#pragma pop_macro("blank")
#endif
#ifdef OAIWIRE_HELD_blanks
#undef OAIWIRE_HELD_blanks
#pragma pop_macro("blanks")
#endif
#ifdef OAIWIRE_HELD_bleu
#undef OAIWIRE_HELD_bleu
#pragma pop_macro("bleu")
#endif
#ifdef OAIWIRE_HELD_block
#undef OAIWIRE_HELD_block
#pragma pop_macro("block")
#endif
#ifdef OAIWIRE_HELD_blocked
#undef OAIWIRE_HELD_blocked
#pragma pop_macro("blocked")
#endif
#ifdef OAIWIRE_HELD_body
#undef OAIWIRE_HELD_body
#pragma pop_macro("body")
#endif
#ifdef OAIWIRE_HELD_bom
#undef OAIWIRE_HELD_bom
#pragma pop_macro("bom")
#endif
#ifdef OAIWIRE_HELD_bool
#undef OAIWIRE_HELD_bool
#pragma pop_macro("bool")
#endif
#ifdef OAIWIRE_HELD_bool_constant
#undef OAIWIRE_HELD_bool_constant
#pragma pop_macro("bool_constant")
#endif
#ifdef OAIWIRE_HELD_boolalpha
#undef OAIWIRE_HELD_boolalpha
#pragma pop_macro("boolalpha")
#endif
#ifdef OAIWIRE_HELD_boolean
#undef OAIWIRE_HELD_boolean
#pragma pop_macro("boolean")
#endif
#ifdef OAIWIRE_HELD_boost
#undef OAIWIRE_HELD_boost
#pragma pop_macro("boost")
#endif
#ifdef OAIWIRE_HELD_borrow
#undef OAIWIRE_HELD_borrow
#pragma pop_macro("borrow")
#endif
#ifdef OAIWIRE_HELD_both
#undef OAIWIRE_HELD_both
#pragma pop_macro("both")
#endif
#ifdef OAIWIRE_HELD_bound
#undef OAIWIRE_HELD_bound
#pragma pop_macro("bound")
#endif
#ifdef OAIWIRE_HELD_boundary
#undef OAIWIRE_HELD_boundary
#pragma pop_macro("boundary")
#endif
#ifdef OAIWIRE_HELD_bounded
#undef OAIWIRE_HELD_bounded
#pragma pop_macro("bounded")
#endif
#ifdef OAIWIRE_HELD_bounds
#undef OAIWIRE_HELD_bounds
#pragma pop_macro("bounds")
#endif
#ifdef OAIWIRE_HELD_box
#undef OAIWIRE_HELD_box
#pragma pop_macro("box")
#endif
#ifdef OAIWIRE_HELD_boxed
#undef OAIWIRE_HELD_boxed
#pragma pop_macro("boxed")
#endif
#ifdef OAIWIRE_HELD_brace
#undef OAIWIRE_HELD_brace
#pragma pop_macro("brace")
#endif
#ifdef OAIWIRE_HELD_bracket
#undef OAIWIRE_HELD_bracket
#pragma pop_macro("bracket")
#endif
#ifdef OAIWIRE_HELD_break
#undef OAIWIRE_HELD_break
#pragma pop_macro("break")
#endif
#ifdef OAIWIRE_HELD_breaks
#undef OAIWIRE_HELD_breaks
#pragma pop_macro("breaks")
#endif
#ifdef OAIWIRE_HELD_brings
#undef OAIWIRE_HELD_brings
#pragma pop_macro("brings")
#endif
#ifdef OAIWIRE_HELD_broadcast
#undef OAIWIRE_HELD_broadcast
#pragma pop_macro("broadcast")
#endif
#ifdef OAIWIRE_HELD_broken
#undef OAIWIRE_HELD_broken
#pragma pop_macro("broken")
#endif
#ifdef OAIWIRE_HELD_bsearch
#undef OAIWIRE_HELD_bsearch
#pragma pop_macro("bsearch")
#endif
#ifdef OAIWIRE_HELD_btowc
#undef OAIWIRE_HELD_btowc
#pragma pop_macro("btowc")
#endif
#ifdef OAIWIRE_HELD_bucket
#undef OAIWIRE_HELD_bucket
#pragma pop_macro("bucket")
#endif
#ifdef OAIWIRE_HELD_budget
#undef OAIWIRE_HELD_budget
#pragma pop_macro("budget")
#endif
#ifdef OAIWIRE_HELD_buffer
#undef OAIWIRE_HELD_buffer
#pragma pop_macro("buffer")
#endif
#ifdef OAIWIRE_HELD_build
#undef OAIWIRE_HELD_build
#pragma pop_macro("build")
#endif
#ifdef OAIWIRE_HELD_built
#undef OAIWIRE_HELD_built
#pragma pop_macro("built")
#endif
#ifdef OAIWIRE_HELD_busy
#undef OAIWIRE_HELD_busy
#pragma pop_macro("busy")
#endif
#ifdef OAIWIRE_HELD_button
#undef OAIWIRE_HELD_button
#pragma pop_macro("button")
#endif
#ifdef OAIWIRE_HELD_by
#undef OAIWIRE_HELD_by
#pragma pop_macro("by")
#endif
#ifdef OAIWIRE_HELD_byte
#undef OAIWIRE_HELD_byte
#pragma pop_macro("byte")
#endif
#ifdef OAIWIRE_HELD_bytes
#undef OAIWIRE_HELD_bytes
#pragma pop_macro("bytes")
#endif
#ifdef OAIWIRE_HELD_c
#undef OAIWIRE_HELD_c
#pragma pop_macro("c")
#endif
#ifdef OAIWIRE_HELD_c0
#undef OAIWIRE_HELD_c0
#pragma pop_macro("c0")
#endif
#ifdef OAIWIRE_HELD_c1
#undef OAIWIRE_HELD_c1
#pragma pop_macro("c1")
#endif
#ifdef OAIWIRE_HELD_c16rtomb
#undef OAIWIRE_HELD_c16rtomb
#pragma pop_macro("c16rtomb")
#endif
#ifdef OAIWIRE_HELD_c2
#undef OAIWIRE_HELD_c2
#pragma pop_macro("c2")
#endif
#ifdef OAIWIRE_HELD_c3
#undef OAIWIRE_HELD_c3
#pragma pop_macro("c3")
#endif
#ifdef OAIWIRE_HELD_c32rtomb
#undef OAIWIRE_HELD_c32rtomb
#pragma pop_macro("c32rtomb")
#endif
#ifdef OAIWIRE_HELD_c4
#undef OAIWIRE_HELD_c4
#pragma pop_macro("c4")
#endif
#ifdef OAIWIRE_HELD_c5
#undef OAIWIRE_HELD_c5
#pragma pop_macro("c5")
#endif
#ifdef OAIWIRE_HELD_c6
#undef OAIWIRE_HELD_c6
#pragma pop_macro("c6")
#endif
#ifdef OAIWIRE_HELD_c7
#undef OAIWIRE_HELD_c7
#pragma pop_macro("c7")
#endif
#ifdef OAIWIRE_HELD_c8rtomb
#undef OAIWIRE_HELD_c8rtomb
#pragma pop_macro("c8rtomb")
#endif
#ifdef OAIWIRE_HELD_c_str
#undef OAIWIRE_HELD_c_str
#pragma pop_macro("c_str")
#endif
#ifdef OAIWIRE_HELD_cached
#undef OAIWIRE_HELD_cached
#pragma pop_macro("cached")
#endif
#ifdef OAIWIRE_HELD_call
#undef OAIWIRE_HELD_call
#pragma pop_macro("call")
#endif
#ifdef OAIWIRE_HELD_called
#undef OAIWIRE_HELD_called
#pragma pop_macro("called")
#endif
#ifdef OAIWIRE_HELD_caller
#undef OAIWIRE_HELD_caller
#pragma pop_macro("caller")
#endif
#ifdef OAIWIRE_HELD_calling
#undef OAIWIRE_HELD_calling
#pragma pop_macro("calling")
#endif
#ifdef OAIWIRE_HELD_calloc
#undef OAIWIRE_HELD_calloc
#pragma pop_macro("calloc")
#endif
#ifdef OAIWIRE_HELD_calls
#undef OAIWIRE_HELD_calls
#pragma pop_macro("calls")
#endif
#ifdef OAIWIRE_HELD_came
#undef OAIWIRE_HELD_came
#pragma pop_macro("came")
#endif
#ifdef OAIWIRE_HELD_cancel
#undef OAIWIRE_HELD_cancel
#pragma pop_macro("cancel")
#endif
#ifdef OAIWIRE_HELD_cancelled
#undef OAIWIRE_HELD_cancelled
#pragma pop_macro("cancelled")
#endif
#ifdef OAIWIRE_HELD_cancelling
#undef OAIWIRE_HELD_cancelling
#pragma pop_macro("cancelling")
#endif
#ifdef OAIWIRE_HELD_canonical
#undef OAIWIRE_HELD_canonical
#pragma pop_macro("canonical")
#endif
#ifdef OAIWIRE_HELD_capacity
#undef OAIWIRE_HELD_capacity
#pragma pop_macro("capacity")
#endif
#ifdef OAIWIRE_HELD_carry
#undef OAIWIRE_HELD_carry
#pragma pop_macro("carry")
#endif
#ifdef OAIWIRE_HELD_case
#undef OAIWIRE_HELD_case
#pragma pop_macro("case")
#endif
#ifdef OAIWIRE_HELD_cassette
#undef OAIWIRE_HELD_cassette
#pragma pop_macro("cassette")
#endif
#ifdef OAIWIRE_HELD_catalog
#undef OAIWIRE_HELD_catalog
#pragma pop_macro("catalog")
#endif
#ifdef OAIWIRE_HELD_catch
#undef OAIWIRE_HELD_catch
#pragma pop_macro("catch")
#endif
#ifdef OAIWIRE_HELD_catclose
#undef OAIWIRE_HELD_catclose
#pragma pop_macro("catclose")
#endif
#ifdef OAIWIRE_HELD_categories
#undef OAIWIRE_HELD_categories
#pragma pop_macro("categories")
#endif
#ifdef OAIWIRE_HELD_category
#undef OAIWIRE_HELD_category
#pragma pop_macro("category")
#endif
#ifdef OAIWIRE_HELD_catgets
#undef OAIWIRE_HELD_catgets
#pragma pop_macro("catgets")
#endif
#ifdef OAIWIRE_HELD_catopen
#undef OAIWIRE_HELD_catopen
#pragma pop_macro("catopen")
#endif
#ifdef OAIWIRE_HELD_cause
#undef OAIWIRE_HELD_cause
#pragma pop_macro("cause")
#endif
#ifdef OAIWIRE_HELD_cbegin
#undef OAIWIRE_HELD_cbegin
#pragma pop_macro("cbegin")
#endif
#ifdef OAIWIRE_HELD_cbrt
#undef OAIWIRE_HELD_cbrt
#pragma pop_macro("cbrt")
#endif
#ifdef OAIWIRE_HELD_cbrtf
#undef OAIWIRE_HELD_cbrtf
#pragma pop_macro("cbrtf")
#endif
#ifdef OAIWIRE_HELD_cbrtl
#undef OAIWIRE_HELD_cbrtl
#pragma pop_macro("cbrtl")
#endif
#ifdef OAIWIRE_HELD_cdata
#undef OAIWIRE_HELD_cdata
#pragma pop_macro("cdata")
#endif
#ifdef OAIWIRE_HELD_ceil
#undef OAIWIRE_HELD_ceil
#pragma pop_macro("ceil")
#endif
#ifdef OAIWIRE_HELD_ceilf
#undef OAIWIRE_HELD_ceilf
#pragma pop_macro("ceilf")
#endif
#ifdef OAIWIRE_HELD_ceiling
#undef OAIWIRE_HELD_ceiling
#pragma pop_macro("ceiling")
#endif
#ifdef OAIWIRE_HELD_ceill
#undef OAIWIRE_HELD_ceill
#pragma pop_macro("ceill")
#endif
#ifdef OAIWIRE_HELD_cend
#undef OAIWIRE_HELD_cend
#pragma pop_macro("cend")
#endif
#ifdef OAIWIRE_HELD_center
#undef OAIWIRE_HELD_center
#pragma pop_macro("center")
#endif
#ifdef OAIWIRE_HELD_centi
#undef OAIWIRE_HELD_centi
#pragma pop_macro("centi")
#endif
#ifdef OAIWIRE_HELD_cerebras
#undef OAIWIRE_HELD_cerebras
#pragma pop_macro("cerebras")
#endif
#ifdef OAIWIRE_HELD_certificate
#undef OAIWIRE_HELD_certificate
#pragma pop_macro("certificate")
#endif
#ifdef OAIWIRE_HELD_chain
#undef OAIWIRE_HELD_chain
#pragma pop_macro("chain")
#endif
#ifdef OAIWIRE_HELD_change
#undef OAIWIRE_HELD_change
#pragma pop_macro("change")
#endif
#ifdef OAIWIRE_HELD_changed
#undef OAIWIRE_HELD_changed
#pragma pop_macro("changed")
#endif
#ifdef OAIWIRE_HELD_changes
#undef OAIWIRE_HELD_changes
#pragma pop_macro("changes")
#endif
#ifdef OAIWIRE_HELD_channelid
#undef OAIWIRE_HELD_channelid
#pragma pop_macro("channelid")
#endif
#ifdef OAIWIRE_HELD_channels
#undef OAIWIRE_HELD_channels
#pragma pop_macro("channels")
#endif
#ifdef OAIWIRE_HELD_char
#undef OAIWIRE_HELD_char
#pragma pop_macro("char")
#endif
#ifdef OAIWIRE_HELD_char16_t
#undef OAIWIRE_HELD_char16_t
#pragma pop_macro("char16_t")
#endif
#ifdef OAIWIRE_HELD_char32_t
#undef OAIWIRE_HELD_char32_t
#pragma pop_macro("char32_t")
#endif
#ifdef OAIWIRE_HELD_char8_t
#undef OAIWIRE_HELD_char8_t
#pragma pop_macro("char8_t")
#endif
#ifdef OAIWIRE_HELD_char_traits
#undef OAIWIRE_HELD_char_traits
#pragma pop_macro("char_traits")
#endif
#ifdef OAIWIRE_HELD_character
#undef OAIWIRE_HELD_character
#pragma pop_macro("character")
#endif
#ifdef OAIWIRE_HELD_characters
#undef OAIWIRE_HELD_characters
#pragma pop_macro("characters")
#endif
#ifdef OAIWIRE_HELD_chars
#undef OAIWIRE_HELD_chars
#pragma pop_macro("chars")
#endif
#ifdef OAIWIRE_HELD_charset
#undef OAIWIRE_HELD_charset
#pragma pop_macro("charset")
#endif
#ifdef OAIWIRE_HELD_chat
#undef OAIWIRE_HELD_chat
#pragma pop_macro("chat")
#endif
#ifdef OAIWIRE_HELD_check
#undef OAIWIRE_HELD_check
#pragma pop_macro("check")
#endif
#ifdef OAIWIRE_HELD_checked
#undef OAIWIRE_HELD_checked
#pragma pop_macro("checked")
#endif
#ifdef OAIWIRE_HELD_checker
#undef OAIWIRE_HELD_checker
#pragma pop_macro("checker")
#endif
#ifdef OAIWIRE_HELD_checks
#undef OAIWIRE_HELD_checks
#pragma pop_macro("checks")
#endif
#ifdef OAIWIRE_HELD_child
#undef OAIWIRE_HELD_child
#pragma pop_macro("child")
#endif
#ifdef OAIWIRE_HELD_choice
#undef OAIWIRE_HELD_choice
#pragma pop_macro("choice")
#endif
#ifdef OAIWIRE_HELD_choices
#undef OAIWIRE_HELD_choices
#pragma pop_macro("choices")
#endif
#ifdef OAIWIRE_HELD_choose
#undef OAIWIRE_HELD_choose
#pragma pop_macro("choose")
#endif
#ifdef OAIWIRE_HELD_chosen
#undef OAIWIRE_HELD_chosen
#pragma pop_macro("chosen")
#endif
#ifdef OAIWIRE_HELD_chrono
#undef OAIWIRE_HELD_chrono
#pragma pop_macro("chrono")
#endif
#ifdef OAIWIRE_HELD_chunk
#undef OAIWIRE_HELD_chunk
#pragma pop_macro("chunk")
#endif
#ifdef OAIWIRE_HELD_chunked
#undef OAIWIRE_HELD_chunked
#pragma pop_macro("chunked")
#endif
#ifdef OAIWIRE_HELD_chunks
#undef OAIWIRE_HELD_chunks
#pragma pop_macro("chunks")
#endif
#ifdef OAIWIRE_HELD_ciphertext
#undef OAIWIRE_HELD_ciphertext
#pragma pop_macro("ciphertext")
#endif
#ifdef OAIWIRE_HELD_citation
#undef OAIWIRE_HELD_citation
#pragma pop_macro("citation")
#endif
#ifdef OAIWIRE_HELD_citations
#undef OAIWIRE_HELD_citations
#pragma pop_macro("citations")
#endif
#ifdef OAIWIRE_HELD_city
#undef OAIWIRE_HELD_city
#pragma pop_macro("city")
#endif
#ifdef OAIWIRE_HELD_clamp
#undef OAIWIRE_HELD_clamp
#pragma pop_macro("clamp")
#endif
#ifdef OAIWIRE_HELD_class
#undef OAIWIRE_HELD_class
#pragma pop_macro("class")
#endif
#ifdef OAIWIRE_HELD_classic
#undef OAIWIRE_HELD_classic
#pragma pop_macro("classic")
#endif
#ifdef OAIWIRE_HELD_clean
#undef OAIWIRE_HELD_clean
#pragma pop_macro("clean")
#endif
#ifdef OAIWIRE_HELD_clear
#undef OAIWIRE_HELD_clear
#pragma pop_macro("clear")
#endif
#ifdef OAIWIRE_HELD_clearerr
#undef OAIWIRE_HELD_clearerr
#pragma pop_macro("clearerr")
#endif
#ifdef OAIWIRE_HELD_client
#undef OAIWIRE_HELD_client
#pragma pop_macro("client")
#endif
#ifdef OAIWIRE_HELD_clock
#undef OAIWIRE_HELD_clock
#pragma pop_macro("clock")
#endif
#ifdef OAIWIRE_HELD_clockid
#undef OAIWIRE_HELD_clockid
#pragma pop_macro("clockid")
#endif
#ifdef OAIWIRE_HELD_clone
#undef OAIWIRE_HELD_clone
#pragma pop_macro("clone")
#endif
#ifdef OAIWIRE_HELD_close
#undef OAIWIRE_HELD_close
#pragma pop_macro("close")
#endif
#ifdef OAIWIRE_HELD_closed
#undef OAIWIRE_HELD_closed
#pragma pop_macro("closed")
#endif
#ifdef OAIWIRE_HELD_closer
#undef OAIWIRE_HELD_closer
#pragma pop_macro("closer")
#endif
#ifdef OAIWIRE_HELD_closes
#undef OAIWIRE_HELD_closes
#pragma pop_macro("closes")
#endif
#ifdef OAIWIRE_HELD_closesocket
#undef OAIWIRE_HELD_closesocket
#pragma pop_macro("closesocket")
#endif
#ifdef OAIWIRE_HELD_closing
#undef OAIWIRE_HELD_closing
#pragma pop_macro("closing")
#endif
#ifdef OAIWIRE_HELD_cloudflare
#undef OAIWIRE_HELD_cloudflare
#pragma pop_macro("cloudflare")
#endif
#ifdef OAIWIRE_HELD_cmp_equal
#undef OAIWIRE_HELD_cmp_equal
#pragma pop_macro("cmp_equal")
#endif
#ifdef OAIWIRE_HELD_cntrl
#undef OAIWIRE_HELD_cntrl
#pragma pop_macro("cntrl")
#endif
#ifdef OAIWIRE_HELD_co_await
#undef OAIWIRE_HELD_co_await
#pragma pop_macro("co_await")
#endif
#ifdef OAIWIRE_HELD_co_return
#undef OAIWIRE_HELD_co_return
#pragma pop_macro("co_return")
#endif
#ifdef OAIWIRE_HELD_co_yield
#undef OAIWIRE_HELD_co_yield
#pragma pop_macro("co_yield")
#endif
#ifdef OAIWIRE_HELD_code
#undef OAIWIRE_HELD_code
#pragma pop_macro("code")
#endif
#ifdef OAIWIRE_HELD_codecvt
#undef OAIWIRE_HELD_codecvt
#pragma pop_macro("codecvt")
#endif
#ifdef OAIWIRE_HELD_codes
#undef OAIWIRE_HELD_codes
#pragma pop_macro("codes")
#endif
#ifdef OAIWIRE_HELD_coding
#undef OAIWIRE_HELD_coding
#pragma pop_macro("coding")
#endif
#ifdef OAIWIRE_HELD_coincidence
#undef OAIWIRE_HELD_coincidence
#pragma pop_macro("coincidence")
#endif
#ifdef OAIWIRE_HELD_cold
#undef OAIWIRE_HELD_cold
#pragma pop_macro("cold")
#endif
#ifdef OAIWIRE_HELD_collate
#undef OAIWIRE_HELD_collate
#pragma pop_macro("collate")
#endif
#ifdef OAIWIRE_HELD_collect
#undef OAIWIRE_HELD_collect
#pragma pop_macro("collect")
#endif
#ifdef OAIWIRE_HELD_collector
#undef OAIWIRE_HELD_collector
#pragma pop_macro("collector")
#endif
#ifdef OAIWIRE_HELD_colon
#undef OAIWIRE_HELD_colon
#pragma pop_macro("colon")
#endif
#ifdef OAIWIRE_HELD_combine
#undef OAIWIRE_HELD_combine
#pragma pop_macro("combine")
#endif
#ifdef OAIWIRE_HELD_combined
#undef OAIWIRE_HELD_combined
#pragma pop_macro("combined")
#endif
#ifdef OAIWIRE_HELD_come
#undef OAIWIRE_HELD_come
#pragma pop_macro("come")
#endif
#ifdef OAIWIRE_HELD_comma
#undef OAIWIRE_HELD_comma
#pragma pop_macro("comma")
#endif
#ifdef OAIWIRE_HELD_command
#undef OAIWIRE_HELD_command
#pragma pop_macro("command")
#endif
#ifdef OAIWIRE_HELD_commands
#undef OAIWIRE_HELD_commands
#pragma pop_macro("commands")
#endif
#ifdef OAIWIRE_HELD_comment
#undef OAIWIRE_HELD_comment
#pragma pop_macro("comment")
#endif
#ifdef OAIWIRE_HELD_commentary
#undef OAIWIRE_HELD_commentary
#pragma pop_macro("commentary")
#endif
#ifdef OAIWIRE_HELD_comments
#undef OAIWIRE_HELD_comments
#pragma pop_macro("comments")
#endif
#ifdef OAIWIRE_HELD_commit
#undef OAIWIRE_HELD_commit
#pragma pop_macro("commit")
#endif
#ifdef OAIWIRE_HELD_common
#undef OAIWIRE_HELD_common
#pragma pop_macro("common")
#endif
#ifdef OAIWIRE_HELD_comp
#undef OAIWIRE_HELD_comp
#pragma pop_macro("comp")
#endif
#ifdef OAIWIRE_HELD_compact
#undef OAIWIRE_HELD_compact
#pragma pop_macro("compact")
#endif
#ifdef OAIWIRE_HELD_compaction
#undef OAIWIRE_HELD_compaction
#pragma pop_macro("compaction")
#endif
#ifdef OAIWIRE_HELD_compare
#undef OAIWIRE_HELD_compare
#pragma pop_macro("compare")
#endif
#ifdef OAIWIRE_HELD_compared
#undef OAIWIRE_HELD_compared
#pragma pop_macro("compared")
#endif
#ifdef OAIWIRE_HELD_complete
#undef OAIWIRE_HELD_complete
#pragma pop_macro("complete")
#endif
#ifdef OAIWIRE_HELD_completed
#undef OAIWIRE_HELD_completed
#pragma pop_macro("completed")
#endif
#ifdef OAIWIRE_HELD_completion
#undef OAIWIRE_HELD_completion
#pragma pop_macro("completion")
#endif
#ifdef OAIWIRE_HELD_completions
#undef OAIWIRE_HELD_completions
#pragma pop_macro("completions")
#endif
#ifdef OAIWIRE_HELD_complex
#undef OAIWIRE_HELD_complex
#pragma pop_macro("complex")
#endif
#ifdef OAIWIRE_HELD_complexity
#undef OAIWIRE_HELD_complexity
#pragma pop_macro("complexity")
#endif
#ifdef OAIWIRE_HELD_compressed
#undef OAIWIRE_HELD_compressed
#pragma pop_macro("compressed")
#endif
#ifdef OAIWIRE_HELD_concat
#undef OAIWIRE_HELD_concat
#pragma pop_macro("concat")
#endif
#ifdef OAIWIRE_HELD_concept
#undef OAIWIRE_HELD_concept
#pragma pop_macro("concept")
#endif
#ifdef OAIWIRE_HELD_conclude
#undef OAIWIRE_HELD_conclude
#pragma pop_macro("conclude")
#endif
#ifdef OAIWIRE_HELD_concluding
#undef OAIWIRE_HELD_concluding
#pragma pop_macro("concluding")
#endif
#ifdef OAIWIRE_HELD_condition
#undef OAIWIRE_HELD_condition
#pragma pop_macro("condition")
#endif
#ifdef OAIWIRE_HELD_condition_variable
#undef OAIWIRE_HELD_condition_variable
#pragma pop_macro("condition_variable")
#endif
#ifdef OAIWIRE_HELD_conditional
#undef OAIWIRE_HELD_conditional
#pragma pop_macro("conditional")
#endif
#ifdef OAIWIRE_HELD_conditional_t
#undef OAIWIRE_HELD_conditional_t
#pragma pop_macro("conditional_t")
#endif
#ifdef OAIWIRE_HELD_confidence
#undef OAIWIRE_HELD_confidence
#pragma pop_macro("confidence")
#endif
#ifdef OAIWIRE_HELD_confidential
#undef OAIWIRE_HELD_confidential
#pragma pop_macro("confidential")
#endif
#ifdef OAIWIRE_HELD_configure
#undef OAIWIRE_HELD_configure
#pragma pop_macro("configure")
#endif
#ifdef OAIWIRE_HELD_conflict
#undef OAIWIRE_HELD_conflict
#pragma pop_macro("conflict")
#endif
#ifdef OAIWIRE_HELD_conform
#undef OAIWIRE_HELD_conform
#pragma pop_macro("conform")
#endif
#ifdef OAIWIRE_HELD_conformance
#undef OAIWIRE_HELD_conformance
#pragma pop_macro("conformance")
#endif
#ifdef OAIWIRE_HELD_conforming
#undef OAIWIRE_HELD_conforming
#pragma pop_macro("conforming")
#endif
#ifdef OAIWIRE_HELD_conj
#undef OAIWIRE_HELD_conj
#pragma pop_macro("conj")
#endif
#ifdef OAIWIRE_HELD_conjunction
#undef OAIWIRE_HELD_conjunction
#pragma pop_macro("conjunction")
#endif
#ifdef OAIWIRE_HELD_connect
#undef OAIWIRE_HELD_connect
#pragma pop_macro("connect")
#endif
#ifdef OAIWIRE_HELD_connected
#undef OAIWIRE_HELD_connected
#pragma pop_macro("connected")
#endif
#ifdef OAIWIRE_HELD_connecting
#undef OAIWIRE_HELD_connecting
#pragma pop_macro("connecting")
#endif
#ifdef OAIWIRE_HELD_connection
#undef OAIWIRE_HELD_connection
#pragma pop_macro("connection")
#endif
#ifdef OAIWIRE_HELD_connections
#undef OAIWIRE_HELD_connections
#pragma pop_macro("connections")
#endif
#ifdef OAIWIRE_HELD_consent
#undef OAIWIRE_HELD_consent
#pragma pop_macro("consent")
#endif
#ifdef OAIWIRE_HELD_consider
#undef OAIWIRE_HELD_consider
#pragma pop_macro("consider")
#endif
#ifdef OAIWIRE_HELD_const
#undef OAIWIRE_HELD_const
#pragma pop_macro("const")
#endif
#ifdef OAIWIRE_HELD_const_cast
#undef OAIWIRE_HELD_const_cast
#pragma pop_macro("const_cast")
#endif
#ifdef OAIWIRE_HELD_const_iterator
#undef OAIWIRE_HELD_const_iterator
#pragma pop_macro("const_iterator")
#endif
#ifdef OAIWIRE_HELD_const_pointer
#undef OAIWIRE_HELD_const_pointer
#pragma pop_macro("const_pointer")
#endif
#ifdef OAIWIRE_HELD_const_reference
#undef OAIWIRE_HELD_const_reference
#pragma pop_macro("const_reference")
#endif
#ifdef OAIWIRE_HELD_constant
#undef OAIWIRE_HELD_constant
#pragma pop_macro("constant")
#endif
#ifdef OAIWIRE_HELD_constants
#undef OAIWIRE_HELD_constants
#pragma pop_macro("constants")
#endif
#ifdef OAIWIRE_HELD_consteval
#undef OAIWIRE_HELD_consteval
#pragma pop_macro("consteval")
#endif
#ifdef OAIWIRE_HELD_constexpr
#undef OAIWIRE_HELD_constexpr
#pragma pop_macro("constexpr")
#endif
#ifdef OAIWIRE_HELD_constinit
#undef OAIWIRE_HELD_constinit
#pragma pop_macro("constinit")
#endif
#ifdef OAIWIRE_HELD_construct
#undef OAIWIRE_HELD_construct
#pragma pop_macro("construct")
#endif
#ifdef OAIWIRE_HELD_construct_at
#undef OAIWIRE_HELD_construct_at
#pragma pop_macro("construct_at")
#endif
#ifdef OAIWIRE_HELD_constructible_from
#undef OAIWIRE_HELD_constructible_from
#pragma pop_macro("constructible_from")
#endif
#ifdef OAIWIRE_HELD_consume
#undef OAIWIRE_HELD_consume
#pragma pop_macro("consume")
#endif
#ifdef OAIWIRE_HELD_consumed
#undef OAIWIRE_HELD_consumed
#pragma pop_macro("consumed")
#endif
#ifdef OAIWIRE_HELD_container
#undef OAIWIRE_HELD_container
#pragma pop_macro("container")
#endif
#ifdef OAIWIRE_HELD_contains
#undef OAIWIRE_HELD_contains
#pragma pop_macro("contains")
#endif
#ifdef OAIWIRE_HELD_content
#undef OAIWIRE_HELD_content
#pragma pop_macro("content")
#endif
#ifdef OAIWIRE_HELD_content_length
#undef OAIWIRE_HELD_content_length
#pragma pop_macro("content_length")
#endif
#ifdef OAIWIRE_HELD_content_type
#undef OAIWIRE_HELD_content_type
#pragma pop_macro("content_type")
#endif
#ifdef OAIWIRE_HELD_context
#undef OAIWIRE_HELD_context
#pragma pop_macro("context")
#endif
#ifdef OAIWIRE_HELD_continuation
#undef OAIWIRE_HELD_continuation
#pragma pop_macro("continuation")
#endif
#ifdef OAIWIRE_HELD_continue
#undef OAIWIRE_HELD_continue
#pragma pop_macro("continue")
#endif
#ifdef OAIWIRE_HELD_continues
#undef OAIWIRE_HELD_continues
#pragma pop_macro("continues")
#endif
#ifdef OAIWIRE_HELD_conversation
#undef OAIWIRE_HELD_conversation
#pragma pop_macro("conversation")
#endif
#ifdef OAIWIRE_HELD_convert
#undef OAIWIRE_HELD_convert
#pragma pop_macro("convert")
#endif
#ifdef OAIWIRE_HELD_converted
#undef OAIWIRE_HELD_converted
#pragma pop_macro("converted")
#endif
#ifdef OAIWIRE_HELD_convertible_to
#undef OAIWIRE_HELD_convertible_to
#pragma pop_macro("convertible_to")
#endif
#ifdef OAIWIRE_HELD_copied
#undef OAIWIRE_HELD_copied
#pragma pop_macro("copied")
#endif
#ifdef OAIWIRE_HELD_copy
#undef OAIWIRE_HELD_copy
#pragma pop_macro("copy")
#endif
#ifdef OAIWIRE_HELD_copy_n
#undef OAIWIRE_HELD_copy_n
#pragma pop_macro("copy_n")
#endif
#ifdef OAIWIRE_HELD_copyable
#undef OAIWIRE_HELD_copyable
#pragma pop_macro("copyable")
#endif
#ifdef OAIWIRE_HELD_copyfmt
#undef OAIWIRE_HELD_copyfmt
#pragma pop_macro("copyfmt")
#endif
#ifdef OAIWIRE_HELD_copysign
#undef OAIWIRE_HELD_copysign
#pragma pop_macro("copysign")
#endif
#ifdef OAIWIRE_HELD_copysignf
#undef OAIWIRE_HELD_copysignf
#pragma pop_macro("copysignf")
#endif
#ifdef OAIWIRE_HELD_copysignl
#undef OAIWIRE_HELD_copysignl
#pragma pop_macro("copysignl")
#endif
#ifdef OAIWIRE_HELD_cos
#undef OAIWIRE_HELD_cos
#pragma pop_macro("cos")
#endif
#ifdef OAIWIRE_HELD_cosf
#undef OAIWIRE_HELD_cosf
#pragma pop_macro("cosf")
#endif
#ifdef OAIWIRE_HELD_cosh
#undef OAIWIRE_HELD_cosh
#pragma pop_macro("cosh")
#endif
#ifdef OAIWIRE_HELD_coshf
#undef OAIWIRE_HELD_coshf
#pragma pop_macro("coshf")
#endif
#ifdef OAIWIRE_HELD_coshl
#undef OAIWIRE_HELD_coshl
#pragma pop_macro("coshl")
#endif
#ifdef OAIWIRE_HELD_cosine
#undef OAIWIRE_HELD_cosine
#pragma pop_macro("cosine")
#endif
#ifdef OAIWIRE_HELD_cosl
#undef OAIWIRE_HELD_cosl
#pragma pop_macro("cosl")
#endif
#ifdef OAIWIRE_HELD_count
#undef OAIWIRE_HELD_count
#pragma pop_macro("count")
#endif
#ifdef OAIWIRE_HELD_count_if
#undef OAIWIRE_HELD_count_if
#pragma pop_macro("count_if")
#endif
#ifdef OAIWIRE_HELD_count_of
#undef OAIWIRE_HELD_count_of
#pragma pop_macro("count_of")
#endif
#ifdef OAIWIRE_HELD_counted
#undef OAIWIRE_HELD_counted
#pragma pop_macro("counted")
#endif
#ifdef OAIWIRE_HELD_counter
#undef OAIWIRE_HELD_counter
#pragma pop_macro("counter")
#endif
#ifdef OAIWIRE_HELD_counting
#undef OAIWIRE_HELD_counting
#pragma pop_macro("counting")
#endif
#ifdef OAIWIRE_HELD_countl_zero
#undef OAIWIRE_HELD_countl_zero
#pragma pop_macro("countl_zero")
#endif
#ifdef OAIWIRE_HELD_countr_one
#undef OAIWIRE_HELD_countr_one
#pragma pop_macro("countr_one")
#endif
#ifdef OAIWIRE_HELD_countr_zero
#undef OAIWIRE_HELD_countr_zero
#pragma pop_macro("countr_zero")
#endif
#ifdef OAIWIRE_HELD_country
#undef OAIWIRE_HELD_country
#pragma pop_macro("country")
#endif
#ifdef OAIWIRE_HELD_counts
#undef OAIWIRE_HELD_counts
#pragma pop_macro("counts")
#endif
#ifdef OAIWIRE_HELD_covers
#undef OAIWIRE_HELD_covers
#pragma pop_macro("covers")
#endif
#ifdef OAIWIRE_HELD_cr
#undef OAIWIRE_HELD_cr
#pragma pop_macro("cr")
#endif
#ifdef OAIWIRE_HELD_crbegin
#undef OAIWIRE_HELD_crbegin
#pragma pop_macro("crbegin")
#endif
#ifdef OAIWIRE_HELD_create
#undef OAIWIRE_HELD_create
#pragma pop_macro("create")
#endif
#ifdef OAIWIRE_HELD_created
#undef OAIWIRE_HELD_created
#pragma pop_macro("created")
#endif
#ifdef OAIWIRE_HELD_cref
#undef OAIWIRE_HELD_cref
#pragma pop_macro("cref")
#endif
#ifdef OAIWIRE_HELD_crend
#undef OAIWIRE_HELD_crend
#pragma pop_macro("crend")
#endif
#ifdef OAIWIRE_HELD_critic
#undef OAIWIRE_HELD_critic
#pragma pop_macro("critic")
#endif
#ifdef OAIWIRE_HELD_cross
#undef OAIWIRE_HELD_cross
#pragma pop_macro("cross")
#endif
#ifdef OAIWIRE_HELD_crypto
#undef OAIWIRE_HELD_crypto
#pragma pop_macro("crypto")
#endif
#ifdef OAIWIRE_HELD_ctime
#undef OAIWIRE_HELD_ctime
#pragma pop_macro("ctime")
#endif
#ifdef OAIWIRE_HELD_ctype
#undef OAIWIRE_HELD_ctype
#pragma pop_macro("ctype")
#endif
#ifdef OAIWIRE_HELD_cur
#undef OAIWIRE_HELD_cur
#pragma pop_macro("cur")
#endif
#ifdef OAIWIRE_HELD_current
#undef OAIWIRE_HELD_current
#pragma pop_macro("current")
#endif
#ifdef OAIWIRE_HELD_current_exception
#undef OAIWIRE_HELD_current_exception
#pragma pop_macro("current_exception")
#endif
#ifdef OAIWIRE_HELD_cursor
#undef OAIWIRE_HELD_cursor
#pragma pop_macro("cursor")
#endif
#ifdef OAIWIRE_HELD_custom
#undef OAIWIRE_HELD_custom
#pragma pop_macro("custom")
#endif
#ifdef OAIWIRE_HELD_cut
#undef OAIWIRE_HELD_cut
#pragma pop_macro("cut")
#endif
#ifdef OAIWIRE_HELD_cuts
#undef OAIWIRE_HELD_cuts
#pragma pop_macro("cuts")
#endif
#ifdef OAIWIRE_HELD_cyber
#undef OAIWIRE_HELD_cyber
#pragma pop_macro("cyber")
#endif
#ifdef OAIWIRE_HELD_d
#undef OAIWIRE_HELD_d
#pragma pop_macro("d")
#endif
#ifdef OAIWIRE_HELD_d0
#undef OAIWIRE_HELD_d0
#pragma pop_macro("d0")
#endif
#ifdef OAIWIRE_HELD_d1
#undef OAIWIRE_HELD_d1
#pragma pop_macro("d1")
#endif
#ifdef OAIWIRE_HELD_d2
#undef OAIWIRE_HELD_d2
#pragma pop_macro("d2")
#endif
#ifdef OAIWIRE_HELD_d3
#undef OAIWIRE_HELD_d3
#pragma pop_macro("d3")
#endif
#ifdef OAIWIRE_HELD_d4
#undef OAIWIRE_HELD_d4
#pragma pop_macro("d4")
#endif
#ifdef OAIWIRE_HELD_d5
#undef OAIWIRE_HELD_d5
#pragma pop_macro("d5")
#endif
#ifdef OAIWIRE_HELD_d6
#undef OAIWIRE_HELD_d6
#pragma pop_macro("d6")
#endif
#ifdef OAIWIRE_HELD_d7
#undef OAIWIRE_HELD_d7
#pragma pop_macro("d7")
#endif
#ifdef OAIWIRE_HELD_dangling
#undef OAIWIRE_HELD_dangling
#pragma pop_macro("dangling")
#endif
#ifdef OAIWIRE_HELD_dash
#undef OAIWIRE_HELD_dash
#pragma pop_macro("dash")
#endif
#ifdef OAIWIRE_HELD_data
#undef OAIWIRE_HELD_data
#pragma pop_macro("data")
#endif
#ifdef OAIWIRE_HELD_date
#undef OAIWIRE_HELD_date
#pragma pop_macro("date")
#endif
#ifdef OAIWIRE_HELD_dateorder
#undef OAIWIRE_HELD_dateorder
#pragma pop_macro("dateorder")
#endif
#ifdef OAIWIRE_HELD_day
#undef OAIWIRE_HELD_day
#pragma pop_macro("day")
#endif
#ifdef OAIWIRE_HELD_days
#undef OAIWIRE_HELD_days
#pragma pop_macro("days")
#endif
#ifdef OAIWIRE_HELD_deadline
#undef OAIWIRE_HELD_deadline
#pragma pop_macro("deadline")
#endif
#ifdef OAIWIRE_HELD_deallocate
#undef OAIWIRE_HELD_deallocate
#pragma pop_macro("deallocate")
#endif
#ifdef OAIWIRE_HELD_dec
#undef OAIWIRE_HELD_dec
#pragma pop_macro("dec")
#endif
#ifdef OAIWIRE_HELD_deca
#undef OAIWIRE_HELD_deca
#pragma pop_macro("deca")
#endif
#ifdef OAIWIRE_HELD_decay
#undef OAIWIRE_HELD_decay
#pragma pop_macro("decay")
#endif
#ifdef OAIWIRE_HELD_decay_t
#undef OAIWIRE_HELD_decay_t
#pragma pop_macro("decay_t")
#endif
#ifdef OAIWIRE_HELD_deci
#undef OAIWIRE_HELD_deci
#pragma pop_macro("deci")
#endif
#ifdef OAIWIRE_HELD_decide
#undef OAIWIRE_HELD_decide
#pragma pop_macro("decide")
#endif
#ifdef OAIWIRE_HELD_decided
#undef OAIWIRE_HELD_decided
#pragma pop_macro("decided")
#endif
#ifdef OAIWIRE_HELD_decimal
#undef OAIWIRE_HELD_decimal
#pragma pop_macro("decimal")
#endif
#ifdef OAIWIRE_HELD_decimals
#undef OAIWIRE_HELD_decimals
#pragma pop_macro("decimals")
#endif
#ifdef OAIWIRE_HELD_decision
#undef OAIWIRE_HELD_decision
#pragma pop_macro("decision")
#endif
#ifdef OAIWIRE_HELD_decisions
#undef OAIWIRE_HELD_decisions
#pragma pop_macro("decisions")
#endif
#ifdef OAIWIRE_HELD_declare
#undef OAIWIRE_HELD_declare
#pragma pop_macro("declare")
#endif
#ifdef OAIWIRE_HELD_declared
#undef OAIWIRE_HELD_declared
#pragma pop_macro("declared")
#endif
#ifdef OAIWIRE_HELD_decltype
#undef OAIWIRE_HELD_decltype
#pragma pop_macro("decltype")
#endif
#ifdef OAIWIRE_HELD_declval
#undef OAIWIRE_HELD_declval
#pragma pop_macro("declval")
#endif
#ifdef OAIWIRE_HELD_decode
#undef OAIWIRE_HELD_decode
#pragma pop_macro("decode")
#endif
#ifdef OAIWIRE_HELD_decoded
#undef OAIWIRE_HELD_decoded
#pragma pop_macro("decoded")
#endif
#ifdef OAIWIRE_HELD_decoder
#undef OAIWIRE_HELD_decoder
#pragma pop_macro("decoder")
#endif
#ifdef OAIWIRE_HELD_decodes
#undef OAIWIRE_HELD_decodes
#pragma pop_macro("decodes")
#endif
#ifdef OAIWIRE_HELD_decrypt
#undef OAIWIRE_HELD_decrypt
#pragma pop_macro("decrypt")
#endif
#ifdef OAIWIRE_HELD_deepest
#undef OAIWIRE_HELD_deepest
#pragma pop_macro("deepest")
#endif
#ifdef OAIWIRE_HELD_deepseek
#undef OAIWIRE_HELD_deepseek
#pragma pop_macro("deepseek")
#endif
#ifdef OAIWIRE_HELD_default
#undef OAIWIRE_HELD_default
#pragma pop_macro("default")
#endif
#ifdef OAIWIRE_HELD_default_
#undef OAIWIRE_HELD_default_
#pragma pop_macro("default_")
#endif
#ifdef OAIWIRE_HELD_default_sentinel_t
#undef OAIWIRE_HELD_default_sentinel_t
#pragma pop_macro("default_sentinel_t")
#endif
#ifdef OAIWIRE_HELD_defaultfloat
#undef OAIWIRE_HELD_defaultfloat
#pragma pop_macro("defaultfloat")
#endif
#ifdef OAIWIRE_HELD_definition
#undef OAIWIRE_HELD_definition
#pragma pop_macro("definition")
#endif
#ifdef OAIWIRE_HELD_delay
#undef OAIWIRE_HELD_delay
#pragma pop_macro("delay")
#endif
#ifdef OAIWIRE_HELD_delegation
#undef OAIWIRE_HELD_delegation
#pragma pop_macro("delegation")
#endif
#ifdef OAIWIRE_HELD_delete
#undef OAIWIRE_HELD_delete
#pragma pop_macro("delete")
#endif
#ifdef OAIWIRE_HELD_deleted
#undef OAIWIRE_HELD_deleted
#pragma pop_macro("deleted")
#endif
#ifdef OAIWIRE_HELD_delimiter
#undef OAIWIRE_HELD_delimiter
#pragma pop_macro("delimiter")
#endif
#ifdef OAIWIRE_HELD_deliver
#undef OAIWIRE_HELD_deliver
#pragma pop_macro("deliver")
#endif
#ifdef OAIWIRE_HELD_delivered
#undef OAIWIRE_HELD_delivered
#pragma pop_macro("delivered")
#endif
#ifdef OAIWIRE_HELD_delta
#undef OAIWIRE_HELD_delta
#pragma pop_macro("delta")
#endif
#ifdef OAIWIRE_HELD_den
#undef OAIWIRE_HELD_den
#pragma pop_macro("den")
#endif
#ifdef OAIWIRE_HELD_denied
#undef OAIWIRE_HELD_denied
#pragma pop_macro("denied")
#endif
#ifdef OAIWIRE_HELD_denominator
#undef OAIWIRE_HELD_denominator
#pragma pop_macro("denominator")
#endif
#ifdef OAIWIRE_HELD_densities
#undef OAIWIRE_HELD_densities
#pragma pop_macro("densities")
#endif
#ifdef OAIWIRE_HELD_deny
#undef OAIWIRE_HELD_deny
#pragma pop_macro("deny")
#endif
#ifdef OAIWIRE_HELD_deployed
#undef OAIWIRE_HELD_deployed
#pragma pop_macro("deployed")
#endif
#ifdef OAIWIRE_HELD_deployment
#undef OAIWIRE_HELD_deployment
#pragma pop_macro("deployment")
#endif
#ifdef OAIWIRE_HELD_deprecated
#undef OAIWIRE_HELD_deprecated
#pragma pop_macro("deprecated")
#endif
#ifdef OAIWIRE_HELD_depth
#undef OAIWIRE_HELD_depth
#pragma pop_macro("depth")
#endif
#ifdef OAIWIRE_HELD_deque
#undef OAIWIRE_HELD_deque
#pragma pop_macro("deque")
#endif
#ifdef OAIWIRE_HELD_derived
#undef OAIWIRE_HELD_derived
#pragma pop_macro("derived")
#endif
#ifdef OAIWIRE_HELD_derived_from
#undef OAIWIRE_HELD_derived_from
#pragma pop_macro("derived_from")
#endif
#ifdef OAIWIRE_HELD_describe
#undef OAIWIRE_HELD_describe
#pragma pop_macro("describe")
#endif
#ifdef OAIWIRE_HELD_described
#undef OAIWIRE_HELD_described
#pragma pop_macro("described")
#endif
#ifdef OAIWIRE_HELD_description
#undef OAIWIRE_HELD_description
#pragma pop_macro("description")
#endif
#ifdef OAIWIRE_HELD_deserved
#undef OAIWIRE_HELD_deserved
#pragma pop_macro("deserved")
#endif
#ifdef OAIWIRE_HELD_dest
#undef OAIWIRE_HELD_dest
#pragma pop_macro("dest")
#endif
#ifdef OAIWIRE_HELD_destroy
#undef OAIWIRE_HELD_destroy
#pragma pop_macro("destroy")
#endif
#ifdef OAIWIRE_HELD_destroy_at
#undef OAIWIRE_HELD_destroy_at
#pragma pop_macro("destroy_at")
#endif
#ifdef OAIWIRE_HELD_destructible
#undef OAIWIRE_HELD_destructible
#pragma pop_macro("destructible")
#endif
#ifdef OAIWIRE_HELD_detach
#undef OAIWIRE_HELD_detach
#pragma pop_macro("detach")
#endif
#ifdef OAIWIRE_HELD_detail
#undef OAIWIRE_HELD_detail
#pragma pop_macro("detail")
#endif
#ifdef OAIWIRE_HELD_details
#undef OAIWIRE_HELD_details
#pragma pop_macro("details")
#endif
#ifdef OAIWIRE_HELD_detected
#undef OAIWIRE_HELD_detected
#pragma pop_macro("detected")
#endif
#ifdef OAIWIRE_HELD_developer
#undef OAIWIRE_HELD_developer
#pragma pop_macro("developer")
#endif
#ifdef OAIWIRE_HELD_device
#undef OAIWIRE_HELD_device
#pragma pop_macro("device")
#endif
#ifdef OAIWIRE_HELD_dialect
#undef OAIWIRE_HELD_dialect
#pragma pop_macro("dialect")
#endif
#ifdef OAIWIRE_HELD_did
#undef OAIWIRE_HELD_did
#pragma pop_macro("did")
#endif
#ifdef OAIWIRE_HELD_diff
#undef OAIWIRE_HELD_diff
#pragma pop_macro("diff")
#endif
#ifdef OAIWIRE_HELD_differ
#undef OAIWIRE_HELD_differ
#pragma pop_macro("differ")
#endif
#ifdef OAIWIRE_HELD_difference
#undef OAIWIRE_HELD_difference
#pragma pop_macro("difference")
#endif
#ifdef OAIWIRE_HELD_difference_type
#undef OAIWIRE_HELD_difference_type
#pragma pop_macro("difference_type")
#endif
#ifdef OAIWIRE_HELD_differs
#undef OAIWIRE_HELD_differs
#pragma pop_macro("differs")
#endif
#ifdef OAIWIRE_HELD_difftime
#undef OAIWIRE_HELD_difftime
#pragma pop_macro("difftime")
#endif
#ifdef OAIWIRE_HELD_digest
#undef OAIWIRE_HELD_digest
#pragma pop_macro("digest")
#endif
#ifdef OAIWIRE_HELD_digit
#undef OAIWIRE_HELD_digit
#pragma pop_macro("digit")
#endif
#ifdef OAIWIRE_HELD_digits
#undef OAIWIRE_HELD_digits
#pragma pop_macro("digits")
#endif
#ifdef OAIWIRE_HELD_digits10
#undef OAIWIRE_HELD_digits10
#pragma pop_macro("digits10")
#endif
#ifdef OAIWIRE_HELD_dimensions
#undef OAIWIRE_HELD_dimensions
#pragma pop_macro("dimensions")
#endif
#ifdef OAIWIRE_HELD_direction
#undef OAIWIRE_HELD_direction
#pragma pop_macro("direction")
#endif
#ifdef OAIWIRE_HELD_directory
#undef OAIWIRE_HELD_directory
#pragma pop_macro("directory")
#endif
#ifdef OAIWIRE_HELD_disabled
#undef OAIWIRE_HELD_disabled
#pragma pop_macro("disabled")
#endif
#ifdef OAIWIRE_HELD_discard
#undef OAIWIRE_HELD_discard
#pragma pop_macro("discard")
#endif
#ifdef OAIWIRE_HELD_disconnect
#undef OAIWIRE_HELD_disconnect
#pragma pop_macro("disconnect")
#endif
#ifdef OAIWIRE_HELD_discourage
#undef OAIWIRE_HELD_discourage
#pragma pop_macro("discourage")
#endif
#ifdef OAIWIRE_HELD_discriminator
#undef OAIWIRE_HELD_discriminator
#pragma pop_macro("discriminator")
#endif
#ifdef OAIWIRE_HELD_disjunction
#undef OAIWIRE_HELD_disjunction
#pragma pop_macro("disjunction")
#endif
#ifdef OAIWIRE_HELD_disposition
#undef OAIWIRE_HELD_disposition
#pragma pop_macro("disposition")
#endif
#ifdef OAIWIRE_HELD_distance
#undef OAIWIRE_HELD_distance
#pragma pop_macro("distance")
#endif
#ifdef OAIWIRE_HELD_div
#undef OAIWIRE_HELD_div
#pragma pop_macro("div")
#endif
#ifdef OAIWIRE_HELD_div_t
#undef OAIWIRE_HELD_div_t
#pragma pop_macro("div_t")
#endif
#ifdef OAIWIRE_HELD_divides
#undef OAIWIRE_HELD_divides
#pragma pop_macro("divides")
#endif
#ifdef OAIWIRE_HELD_divisor
#undef OAIWIRE_HELD_divisor
#pragma pop_macro("divisor")
#endif
#ifdef OAIWIRE_HELD_dmy
#undef OAIWIRE_HELD_dmy
#pragma pop_macro("dmy")
#endif
#ifdef OAIWIRE_HELD_do
#undef OAIWIRE_HELD_do
#pragma pop_macro("do")
#endif
#ifdef OAIWIRE_HELD_do_open
#undef OAIWIRE_HELD_do_open
#pragma pop_macro("do_open")
#endif
#ifdef OAIWIRE_HELD_document
#undef OAIWIRE_HELD_document
#pragma pop_macro("document")
#endif
#ifdef OAIWIRE_HELD_documents
#undef OAIWIRE_HELD_documents
#pragma pop_macro("documents")
#endif
#ifdef OAIWIRE_HELD_domain
#undef OAIWIRE_HELD_domain
#pragma pop_macro("domain")
#endif
#ifdef OAIWIRE_HELD_done
#undef OAIWIRE_HELD_done
#pragma pop_macro("done")
#endif
#ifdef OAIWIRE_HELD_dot
#undef OAIWIRE_HELD_dot
#pragma pop_macro("dot")
#endif
#ifdef OAIWIRE_HELD_dots
#undef OAIWIRE_HELD_dots
#pragma pop_macro("dots")
#endif
#ifdef OAIWIRE_HELD_double
#undef OAIWIRE_HELD_double
#pragma pop_macro("double")
#endif
#ifdef OAIWIRE_HELD_doubled
#undef OAIWIRE_HELD_doubled
#pragma pop_macro("doubled")
#endif
#ifdef OAIWIRE_HELD_doubt
#undef OAIWIRE_HELD_doubt
#pragma pop_macro("doubt")
#endif
#ifdef OAIWIRE_HELD_down
#undef OAIWIRE_HELD_down
#pragma pop_macro("down")
#endif
#ifdef OAIWIRE_HELD_dpo
#undef OAIWIRE_HELD_dpo
#pragma pop_macro("dpo")
#endif
#ifdef OAIWIRE_HELD_drain
#undef OAIWIRE_HELD_drain
#pragma pop_macro("drain")
#endif
#ifdef OAIWIRE_HELD_drive
#undef OAIWIRE_HELD_drive
#pragma pop_macro("drive")
#endif
#ifdef OAIWIRE_HELD_drop
#undef OAIWIRE_HELD_drop
#pragma pop_macro("drop")
#endif
#ifdef OAIWIRE_HELD_dropped
#undef OAIWIRE_HELD_dropped
#pragma pop_macro("dropped")
#endif
#ifdef OAIWIRE_HELD_drops
#undef OAIWIRE_HELD_drops
#pragma pop_macro("drops")
#endif
#ifdef OAIWIRE_HELD_due
#undef OAIWIRE_HELD_due
#pragma pop_macro("due")
#endif
#ifdef OAIWIRE_HELD_duplex
#undef OAIWIRE_HELD_duplex
#pragma pop_macro("duplex")
#endif
#ifdef OAIWIRE_HELD_duration
#undef OAIWIRE_HELD_duration
#pragma pop_macro("duration")
#endif
#ifdef OAIWIRE_HELD_dynamic_cast
#undef OAIWIRE_HELD_dynamic_cast
#pragma pop_macro("dynamic_cast")
#endif
#ifdef OAIWIRE_HELD_e
#undef OAIWIRE_HELD_e
#pragma pop_macro("e")
#endif
#ifdef OAIWIRE_HELD_e0
#undef OAIWIRE_HELD_e0
#pragma pop_macro("e0")
#endif
#ifdef OAIWIRE_HELD_e1
#undef OAIWIRE_HELD_e1
#pragma pop_macro("e1")
#endif
#ifdef OAIWIRE_HELD_e2
#undef OAIWIRE_HELD_e2
#pragma pop_macro("e2")
#endif
#ifdef OAIWIRE_HELD_e3
#undef OAIWIRE_HELD_e3
#pragma pop_macro("e3")
#endif
#ifdef OAIWIRE_HELD_e4
#undef OAIWIRE_HELD_e4
#pragma pop_macro("e4")
#endif
#ifdef OAIWIRE_HELD_e5
#undef OAIWIRE_HELD_e5
#pragma pop_macro("e5")
#endif
#ifdef OAIWIRE_HELD_e6
#undef OAIWIRE_HELD_e6
#pragma pop_macro("e6")
#endif
#ifdef OAIWIRE_HELD_e7
#undef OAIWIRE_HELD_e7
#pragma pop_macro("e7")
#endif
#ifdef OAIWIRE_HELD_each
#undef OAIWIRE_HELD_each
#pragma pop_macro("each")
#endif
#ifdef OAIWIRE_HELD_eagerness
#undef OAIWIRE_HELD_eagerness
#pragma pop_macro("eagerness")
#endif
#ifdef OAIWIRE_HELD_earlier
#undef OAIWIRE_HELD_earlier
#pragma pop_macro("earlier")
#endif
#ifdef OAIWIRE_HELD_east
#undef OAIWIRE_HELD_east
#pragma pop_macro("east")
#endif
#ifdef OAIWIRE_HELD_easy
#undef OAIWIRE_HELD_easy
#pragma pop_macro("easy")
#endif
#ifdef OAIWIRE_HELD_eback
#undef OAIWIRE_HELD_eback
#pragma pop_macro("eback")
#endif
#ifdef OAIWIRE_HELD_ec
#undef OAIWIRE_HELD_ec
#pragma pop_macro("ec")
#endif
#ifdef OAIWIRE_HELD_echo
#undef OAIWIRE_HELD_echo
#pragma pop_macro("echo")
#endif
#ifdef OAIWIRE_HELD_edge
#undef OAIWIRE_HELD_edge
#pragma pop_macro("edge")
#endif
#ifdef OAIWIRE_HELD_edit
#undef OAIWIRE_HELD_edit
#pragma pop_macro("edit")
#endif
#ifdef OAIWIRE_HELD_effort
#undef OAIWIRE_HELD_effort
#pragma pop_macro("effort")
#endif
#ifdef OAIWIRE_HELD_egamma
#undef OAIWIRE_HELD_egamma
#pragma pop_macro("egamma")
#endif
#ifdef OAIWIRE_HELD_egptr
#undef OAIWIRE_HELD_egptr
#pragma pop_macro("egptr")
#endif
#ifdef OAIWIRE_HELD_eight
#undef OAIWIRE_HELD_eight
#pragma pop_macro("eight")
#endif
#ifdef OAIWIRE_HELD_eights
#undef OAIWIRE_HELD_eights
#pragma pop_macro("eights")
#endif
#ifdef OAIWIRE_HELD_elapsed
#undef OAIWIRE_HELD_elapsed
#pragma pop_macro("elapsed")
#endif
#ifdef OAIWIRE_HELD_element
#undef OAIWIRE_HELD_element
#pragma pop_macro("element")
#endif
#ifdef OAIWIRE_HELD_elements
#undef OAIWIRE_HELD_elements
#pragma pop_macro("elements")
#endif
#ifdef OAIWIRE_HELD_else
#undef OAIWIRE_HELD_else
#pragma pop_macro("else")
#endif
#ifdef OAIWIRE_HELD_embedding
#undef OAIWIRE_HELD_embedding
#pragma pop_macro("embedding")
#endif
#ifdef OAIWIRE_HELD_embeddings
#undef OAIWIRE_HELD_embeddings
#pragma pop_macro("embeddings")
#endif
#ifdef OAIWIRE_HELD_emit
#undef OAIWIRE_HELD_emit
#pragma pop_macro("emit")
#endif
#ifdef OAIWIRE_HELD_emplace
#undef OAIWIRE_HELD_emplace
#pragma pop_macro("emplace")
#endif
#ifdef OAIWIRE_HELD_emplace_back
#undef OAIWIRE_HELD_emplace_back
#pragma pop_macro("emplace_back")
#endif
#ifdef OAIWIRE_HELD_empty
#undef OAIWIRE_HELD_empty
#pragma pop_macro("empty")
#endif
#ifdef OAIWIRE_HELD_enable_if
#undef OAIWIRE_HELD_enable_if
#pragma pop_macro("enable_if")
#endif
#ifdef OAIWIRE_HELD_enable_shared_from_this
#undef OAIWIRE_HELD_enable_shared_from_this
#pragma pop_macro("enable_shared_from_this")
#endif
#ifdef OAIWIRE_HELD_encoded
#undef OAIWIRE_HELD_encoded
#pragma pop_macro("encoded")
#endif
#ifdef OAIWIRE_HELD_encoder
#undef OAIWIRE_HELD_encoder
#pragma pop_macro("encoder")
#endif
#ifdef OAIWIRE_HELD_encoding
#undef OAIWIRE_HELD_encoding
#pragma pop_macro("encoding")
#endif
#ifdef OAIWIRE_HELD_end
#undef OAIWIRE_HELD_end
#pragma pop_macro("end")
#endif
#ifdef OAIWIRE_HELD_ended
#undef OAIWIRE_HELD_ended
#pragma pop_macro("ended")
#endif
#ifdef OAIWIRE_HELD_endian
#undef OAIWIRE_HELD_endian
#pragma pop_macro("endian")
#endif
#ifdef OAIWIRE_HELD_ending
#undef OAIWIRE_HELD_ending
#pragma pop_macro("ending")
#endif
#ifdef OAIWIRE_HELD_endl
#undef OAIWIRE_HELD_endl
#pragma pop_macro("endl")
#endif
#ifdef OAIWIRE_HELD_endpoint
#undef OAIWIRE_HELD_endpoint
#pragma pop_macro("endpoint")
#endif
#ifdef OAIWIRE_HELD_ends
#undef OAIWIRE_HELD_ends
#pragma pop_macro("ends")
#endif
#ifdef OAIWIRE_HELD_engine
#undef OAIWIRE_HELD_engine
#pragma pop_macro("engine")
#endif
#ifdef OAIWIRE_HELD_enough
#undef OAIWIRE_HELD_enough
#pragma pop_macro("enough")
#endif
#ifdef OAIWIRE_HELD_enter
#undef OAIWIRE_HELD_enter
#pragma pop_macro("enter")
#endif
#ifdef OAIWIRE_HELD_entity
#undef OAIWIRE_HELD_entity
#pragma pop_macro("entity")
#endif
#ifdef OAIWIRE_HELD_entries
#undef OAIWIRE_HELD_entries
#pragma pop_macro("entries")
#endif
#ifdef OAIWIRE_HELD_entropy
#undef OAIWIRE_HELD_entropy
#pragma pop_macro("entropy")
#endif
#ifdef OAIWIRE_HELD_entry
#undef OAIWIRE_HELD_entry
#pragma pop_macro("entry")
#endif
#ifdef OAIWIRE_HELD_enum
#undef OAIWIRE_HELD_enum
#pragma pop_macro("enum")
#endif
#ifdef OAIWIRE_HELD_enumerators
#undef OAIWIRE_HELD_enumerators
#pragma pop_macro("enumerators")
#endif
#ifdef OAIWIRE_HELD_env
#undef OAIWIRE_HELD_env
#pragma pop_macro("env")
#endif
#ifdef OAIWIRE_HELD_envelope
#undef OAIWIRE_HELD_envelope
#pragma pop_macro("envelope")
#endif
#ifdef OAIWIRE_HELD_environment
#undef OAIWIRE_HELD_environment
#pragma pop_macro("environment")
#endif
#ifdef OAIWIRE_HELD_eof
#undef OAIWIRE_HELD_eof
#pragma pop_macro("eof")
#endif
#ifdef OAIWIRE_HELD_eofbit
#undef OAIWIRE_HELD_eofbit
#pragma pop_macro("eofbit")
#endif
#ifdef OAIWIRE_HELD_epilogue
#undef OAIWIRE_HELD_epilogue
#pragma pop_macro("epilogue")
#endif
#ifdef OAIWIRE_HELD_epptr
#undef OAIWIRE_HELD_epptr
#pragma pop_macro("epptr")
#endif
#ifdef OAIWIRE_HELD_epsilon
#undef OAIWIRE_HELD_epsilon
#pragma pop_macro("epsilon")
#endif
#ifdef OAIWIRE_HELD_eq
#undef OAIWIRE_HELD_eq
#pragma pop_macro("eq")
#endif
#ifdef OAIWIRE_HELD_equal
#undef OAIWIRE_HELD_equal
#pragma pop_macro("equal")
#endif
#ifdef OAIWIRE_HELD_equals
#undef OAIWIRE_HELD_equals
#pragma pop_macro("equals")
#endif
#ifdef OAIWIRE_HELD_equivalent
#undef OAIWIRE_HELD_equivalent
#pragma pop_macro("equivalent")
#endif
#ifdef OAIWIRE_HELD_erase
#undef OAIWIRE_HELD_erase
#pragma pop_macro("erase")
#endif
#ifdef OAIWIRE_HELD_erase_if
#undef OAIWIRE_HELD_erase_if
#pragma pop_macro("erase_if")
#endif
#ifdef OAIWIRE_HELD_erased
#undef OAIWIRE_HELD_erased
#pragma pop_macro("erased")
#endif
#ifdef OAIWIRE_HELD_erf
#undef OAIWIRE_HELD_erf
#pragma pop_macro("erf")
#endif
#ifdef OAIWIRE_HELD_erfc
#undef OAIWIRE_HELD_erfc
#pragma pop_macro("erfc")
#endif
#ifdef OAIWIRE_HELD_erfcf
#undef OAIWIRE_HELD_erfcf
#pragma pop_macro("erfcf")
#endif
#ifdef OAIWIRE_HELD_erfcl
#undef OAIWIRE_HELD_erfcl
#pragma pop_macro("erfcl")
#endif
#ifdef OAIWIRE_HELD_erff
#undef OAIWIRE_HELD_erff
#pragma pop_macro("erff")
#endif
#ifdef OAIWIRE_HELD_erfl
#undef OAIWIRE_HELD_erfl
#pragma pop_macro("erfl")
#endif
#ifdef OAIWIRE_HELD_errc
#undef OAIWIRE_HELD_errc
#pragma pop_macro("errc")
#endif
#ifdef OAIWIRE_HELD_error
#undef OAIWIRE_HELD_error
#pragma pop_macro("error")
#endif
#ifdef OAIWIRE_HELD_error_code
#undef OAIWIRE_HELD_error_code
#pragma pop_macro("error_code")
#endif
#ifdef OAIWIRE_HELD_errored
#undef OAIWIRE_HELD_errored
#pragma pop_macro("errored")
#endif
#ifdef OAIWIRE_HELD_errors
#undef OAIWIRE_HELD_errors
#pragma pop_macro("errors")
#endif
#ifdef OAIWIRE_HELD_escape
#undef OAIWIRE_HELD_escape
#pragma pop_macro("escape")
#endif
#ifdef OAIWIRE_HELD_escaped
#undef OAIWIRE_HELD_escaped
#pragma pop_macro("escaped")
#endif
#ifdef OAIWIRE_HELD_escapes
#undef OAIWIRE_HELD_escapes
#pragma pop_macro("escapes")
#endif
#ifdef OAIWIRE_HELD_evals
#undef OAIWIRE_HELD_evals
#pragma pop_macro("evals")
#endif
#ifdef OAIWIRE_HELD_even
#undef OAIWIRE_HELD_even
#pragma pop_macro("even")
#endif
#ifdef OAIWIRE_HELD_event
#undef OAIWIRE_HELD_event
#pragma pop_macro("event")
#endif
#ifdef OAIWIRE_HELD_event_type
#undef OAIWIRE_HELD_event_type
#pragma pop_macro("event_type")
#endif
#ifdef OAIWIRE_HELD_eventfd
#undef OAIWIRE_HELD_eventfd
#pragma pop_macro("eventfd")
#endif
#ifdef OAIWIRE_HELD_events
#undef OAIWIRE_HELD_events
#pragma pop_macro("events")
#endif
#ifdef OAIWIRE_HELD_everything
#undef OAIWIRE_HELD_everything
#pragma pop_macro("everything")
#endif
#ifdef OAIWIRE_HELD_exa
#undef OAIWIRE_HELD_exa
#pragma pop_macro("exa")
#endif
#ifdef OAIWIRE_HELD_exact
#undef OAIWIRE_HELD_exact
#pragma pop_macro("exact")
#endif
#ifdef OAIWIRE_HELD_exceeded
#undef OAIWIRE_HELD_exceeded
#pragma pop_macro("exceeded")
#endif
#ifdef OAIWIRE_HELD_exception
#undef OAIWIRE_HELD_exception
#pragma pop_macro("exception")
#endif
#ifdef OAIWIRE_HELD_exception_ptr
#undef OAIWIRE_HELD_exception_ptr
#pragma pop_macro("exception_ptr")
#endif
#ifdef OAIWIRE_HELD_exceptions
#undef OAIWIRE_HELD_exceptions
#pragma pop_macro("exceptions")
#endif
#ifdef OAIWIRE_HELD_excerpt
#undef OAIWIRE_HELD_excerpt
#pragma pop_macro("excerpt")
#endif
#ifdef OAIWIRE_HELD_excess
#undef OAIWIRE_HELD_excess
#pragma pop_macro("excess")
#endif
#ifdef OAIWIRE_HELD_exchange
#undef OAIWIRE_HELD_exchange
#pragma pop_macro("exchange")
#endif
#ifdef OAIWIRE_HELD_exchanges
#undef OAIWIRE_HELD_exchanges
#pragma pop_macro("exchanges")
#endif
#ifdef OAIWIRE_HELD_exclusive
#undef OAIWIRE_HELD_exclusive
#pragma pop_macro("exclusive")
#endif
#ifdef OAIWIRE_HELD_excused
#undef OAIWIRE_HELD_excused
#pragma pop_macro("excused")
#endif
#ifdef OAIWIRE_HELD_execution
#undef OAIWIRE_HELD_execution
#pragma pop_macro("execution")
#endif
#ifdef OAIWIRE_HELD_executor
#undef OAIWIRE_HELD_executor
#pragma pop_macro("executor")
#endif
#ifdef OAIWIRE_HELD_exhaust
#undef OAIWIRE_HELD_exhaust
#pragma pop_macro("exhaust")
#endif
#ifdef OAIWIRE_HELD_exhausted
#undef OAIWIRE_HELD_exhausted
#pragma pop_macro("exhausted")
#endif
#ifdef OAIWIRE_HELD_exists
#undef OAIWIRE_HELD_exists
#pragma pop_macro("exists")
#endif
#ifdef OAIWIRE_HELD_exit
#undef OAIWIRE_HELD_exit
#pragma pop_macro("exit")
#endif
#ifdef OAIWIRE_HELD_exp
#undef OAIWIRE_HELD_exp
#pragma pop_macro("exp")
#endif
#ifdef OAIWIRE_HELD_exp2
#undef OAIWIRE_HELD_exp2
#pragma pop_macro("exp2")
#endif
#ifdef OAIWIRE_HELD_exp2f
#undef OAIWIRE_HELD_exp2f
#pragma pop_macro("exp2f")
#endif
#ifdef OAIWIRE_HELD_exp2l
#undef OAIWIRE_HELD_exp2l
#pragma pop_macro("exp2l")
#endif
#ifdef OAIWIRE_HELD_expect
#undef OAIWIRE_HELD_expect
#pragma pop_macro("expect")
#endif
#ifdef OAIWIRE_HELD_expected
#undef OAIWIRE_HELD_expected
#pragma pop_macro("expected")
#endif
#ifdef OAIWIRE_HELD_expf
#undef OAIWIRE_HELD_expf
#pragma pop_macro("expf")
#endif
#ifdef OAIWIRE_HELD_expint
#undef OAIWIRE_HELD_expint
#pragma pop_macro("expint")
#endif
#ifdef OAIWIRE_HELD_expintf
#undef OAIWIRE_HELD_expintf
#pragma pop_macro("expintf")
#endif
#ifdef OAIWIRE_HELD_expintl
#undef OAIWIRE_HELD_expintl
#pragma pop_macro("expintl")
#endif
#ifdef OAIWIRE_HELD_expired
#undef OAIWIRE_HELD_expired
#pragma pop_macro("expired")
#endif
#ifdef OAIWIRE_HELD_expiry
#undef OAIWIRE_HELD_expiry
#pragma pop_macro("expiry")
#endif
#ifdef OAIWIRE_HELD_expl
#undef OAIWIRE_HELD_expl
#pragma pop_macro("expl")
#endif
#ifdef OAIWIRE_HELD_explain
#undef OAIWIRE_HELD_explain
#pragma pop_macro("explain")
#endif
#ifdef OAIWIRE_HELD_explained
#undef OAIWIRE_HELD_explained
#pragma pop_macro("explained")
#endif
#ifdef OAIWIRE_HELD_explicit
#undef OAIWIRE_HELD_explicit
#pragma pop_macro("explicit")
#endif
#ifdef OAIWIRE_HELD_expm1
#undef OAIWIRE_HELD_expm1
#pragma pop_macro("expm1")
#endif
#ifdef OAIWIRE_HELD_expm1f
#undef OAIWIRE_HELD_expm1f
#pragma pop_macro("expm1f")
#endif
#ifdef OAIWIRE_HELD_expm1l
#undef OAIWIRE_HELD_expm1l
#pragma pop_macro("expm1l")
#endif
#ifdef OAIWIRE_HELD_exponent
#undef OAIWIRE_HELD_exponent
#pragma pop_macro("exponent")
#endif
#ifdef OAIWIRE_HELD_export
#undef OAIWIRE_HELD_export
#pragma pop_macro("export")
#endif
#ifdef OAIWIRE_HELD_ext
#undef OAIWIRE_HELD_ext
#pragma pop_macro("ext")
#endif
#ifdef OAIWIRE_HELD_extend
#undef OAIWIRE_HELD_extend
#pragma pop_macro("extend")
#endif
#ifdef OAIWIRE_HELD_extended
#undef OAIWIRE_HELD_extended
#pragma pop_macro("extended")
#endif
#ifdef OAIWIRE_HELD_extension
#undef OAIWIRE_HELD_extension
#pragma pop_macro("extension")
#endif
#ifdef OAIWIRE_HELD_extent
#undef OAIWIRE_HELD_extent
#pragma pop_macro("extent")
#endif
#ifdef OAIWIRE_HELD_extern
#undef OAIWIRE_HELD_extern
#pragma pop_macro("extern")
#endif
#ifdef OAIWIRE_HELD_extra
#undef OAIWIRE_HELD_extra
#pragma pop_macro("extra")
#endif
#ifdef OAIWIRE_HELD_extract
#undef OAIWIRE_HELD_extract
#pragma pop_macro("extract")
#endif
#ifdef OAIWIRE_HELD_f
#undef OAIWIRE_HELD_f
#pragma pop_macro("f")
#endif
#ifdef OAIWIRE_HELD_f0
#undef OAIWIRE_HELD_f0
#pragma pop_macro("f0")
#endif
#ifdef OAIWIRE_HELD_f1
#undef OAIWIRE_HELD_f1
#pragma pop_macro("f1")
#endif
#ifdef OAIWIRE_HELD_f2
#undef OAIWIRE_HELD_f2
#pragma pop_macro("f2")
#endif
#ifdef OAIWIRE_HELD_f3
#undef OAIWIRE_HELD_f3
#pragma pop_macro("f3")
#endif
#ifdef OAIWIRE_HELD_f4
#undef OAIWIRE_HELD_f4
#pragma pop_macro("f4")
#endif
#ifdef OAIWIRE_HELD_f5
#undef OAIWIRE_HELD_f5
#pragma pop_macro("f5")
#endif
#ifdef OAIWIRE_HELD_f6
#undef OAIWIRE_HELD_f6
#pragma pop_macro("f6")
#endif
#ifdef OAIWIRE_HELD_f7
#undef OAIWIRE_HELD_f7
#pragma pop_macro("f7")
#endif
#ifdef OAIWIRE_HELD_fabs
#undef OAIWIRE_HELD_fabs
#pragma pop_macro("fabs")
#endif
#ifdef OAIWIRE_HELD_fabsf
#undef OAIWIRE_HELD_fabsf
#pragma pop_macro("fabsf")
#endif
#ifdef OAIWIRE_HELD_fabsl
#undef OAIWIRE_HELD_fabsl
#pragma pop_macro("fabsl")
#endif
#ifdef OAIWIRE_HELD_facet
#undef OAIWIRE_HELD_facet
#pragma pop_macro("facet")
#endif
#ifdef OAIWIRE_HELD_factor
#undef OAIWIRE_HELD_factor
#pragma pop_macro("factor")
#endif
#ifdef OAIWIRE_HELD_facts
#undef OAIWIRE_HELD_facts
#pragma pop_macro("facts")
#endif
#ifdef OAIWIRE_HELD_fail
#undef OAIWIRE_HELD_fail
#pragma pop_macro("fail")
#endif
#ifdef OAIWIRE_HELD_failbit
#undef OAIWIRE_HELD_failbit
#pragma pop_macro("failbit")
#endif
#ifdef OAIWIRE_HELD_failed
#undef OAIWIRE_HELD_failed
#pragma pop_macro("failed")
#endif
#ifdef OAIWIRE_HELD_failure
#undef OAIWIRE_HELD_failure
#pragma pop_macro("failure")
#endif
#ifdef OAIWIRE_HELD_fallback
#undef OAIWIRE_HELD_fallback
#pragma pop_macro("fallback")
#endif
#ifdef OAIWIRE_HELD_fallthrough
#undef OAIWIRE_HELD_fallthrough
#pragma pop_macro("fallthrough")
#endif
#ifdef OAIWIRE_HELD_false
#undef OAIWIRE_HELD_false
#pragma pop_macro("false")
#endif
#ifdef OAIWIRE_HELD_false_type
#undef OAIWIRE_HELD_false_type
#pragma pop_macro("false_type")
#endif
#ifdef OAIWIRE_HELD_falsename
#undef OAIWIRE_HELD_falsename
#pragma pop_macro("falsename")
#endif
#ifdef OAIWIRE_HELD_family
#undef OAIWIRE_HELD_family
#pragma pop_macro("family")
#endif
#ifdef OAIWIRE_HELD_fast
#undef OAIWIRE_HELD_fast
#pragma pop_macro("fast")
#endif
#ifdef OAIWIRE_HELD_fault
#undef OAIWIRE_HELD_fault
#pragma pop_macro("fault")
#endif
#ifdef OAIWIRE_HELD_faults
#undef OAIWIRE_HELD_faults
#pragma pop_macro("faults")
#endif
#ifdef OAIWIRE_HELD_faulty
#undef OAIWIRE_HELD_faulty
#pragma pop_macro("faulty")
#endif
#ifdef OAIWIRE_HELD_fclose
#undef OAIWIRE_HELD_fclose
#pragma pop_macro("fclose")
#endif
#ifdef OAIWIRE_HELD_fd
#undef OAIWIRE_HELD_fd
#pragma pop_macro("fd")
#endif
#ifdef OAIWIRE_HELD_fdim
#undef OAIWIRE_HELD_fdim
#pragma pop_macro("fdim")
#endif
#ifdef OAIWIRE_HELD_fdimf
#undef OAIWIRE_HELD_fdimf
#pragma pop_macro("fdimf")
#endif
#ifdef OAIWIRE_HELD_fdiml
#undef OAIWIRE_HELD_fdiml
#pragma pop_macro("fdiml")
#endif
#ifdef OAIWIRE_HELD_feclearexcept
#undef OAIWIRE_HELD_feclearexcept
#pragma pop_macro("feclearexcept")
#endif
#ifdef OAIWIRE_HELD_feed
#undef OAIWIRE_HELD_feed
#pragma pop_macro("feed")
#endif
#ifdef OAIWIRE_HELD_fegetenv
#undef OAIWIRE_HELD_fegetenv
#pragma pop_macro("fegetenv")
#endif
#ifdef OAIWIRE_HELD_fegetexceptflag
#undef OAIWIRE_HELD_fegetexceptflag
#pragma pop_macro("fegetexceptflag")
#endif
#ifdef OAIWIRE_HELD_fegetround
#undef OAIWIRE_HELD_fegetround
#pragma pop_macro("fegetround")
#endif
#ifdef OAIWIRE_HELD_feholdexcept
#undef OAIWIRE_HELD_feholdexcept
#pragma pop_macro("feholdexcept")
#endif
#ifdef OAIWIRE_HELD_femto
#undef OAIWIRE_HELD_femto
#pragma pop_macro("femto")
#endif
#ifdef OAIWIRE_HELD_fence
#undef OAIWIRE_HELD_fence
#pragma pop_macro("fence")
#endif
#ifdef OAIWIRE_HELD_fenced
#undef OAIWIRE_HELD_fenced
#pragma pop_macro("fenced")
#endif
#ifdef OAIWIRE_HELD_feof
#undef OAIWIRE_HELD_feof
#pragma pop_macro("feof")
#endif
#ifdef OAIWIRE_HELD_feraiseexcept
#undef OAIWIRE_HELD_feraiseexcept
#pragma pop_macro("feraiseexcept")
#endif
#ifdef OAIWIRE_HELD_ferror
#undef OAIWIRE_HELD_ferror
#pragma pop_macro("ferror")
#endif
#ifdef OAIWIRE_HELD_fesetenv
#undef OAIWIRE_HELD_fesetenv
#pragma pop_macro("fesetenv")
#endif
#ifdef OAIWIRE_HELD_fesetexceptflag
#undef OAIWIRE_HELD_fesetexceptflag
#pragma pop_macro("fesetexceptflag")
#endif
#ifdef OAIWIRE_HELD_fesetround
#undef OAIWIRE_HELD_fesetround
#pragma pop_macro("fesetround")
#endif
#ifdef OAIWIRE_HELD_fetch
#undef OAIWIRE_HELD_fetch
#pragma pop_macro("fetch")
#endif
#ifdef OAIWIRE_HELD_fetched
#undef OAIWIRE_HELD_fetched
#pragma pop_macro("fetched")
#endif
#ifdef OAIWIRE_HELD_fetestexcept
#undef OAIWIRE_HELD_fetestexcept
#pragma pop_macro("fetestexcept")
#endif
#ifdef OAIWIRE_HELD_feupdateenv
#undef OAIWIRE_HELD_feupdateenv
#pragma pop_macro("feupdateenv")
#endif
#ifdef OAIWIRE_HELD_few
#undef OAIWIRE_HELD_few
#pragma pop_macro("few")
#endif
#ifdef OAIWIRE_HELD_fflush
#undef OAIWIRE_HELD_fflush
#pragma pop_macro("fflush")
#endif
#ifdef OAIWIRE_HELD_fgetc
#undef OAIWIRE_HELD_fgetc
#pragma pop_macro("fgetc")
#endif
#ifdef OAIWIRE_HELD_fgetpos
#undef OAIWIRE_HELD_fgetpos
#pragma pop_macro("fgetpos")
#endif
#ifdef OAIWIRE_HELD_fgets
#undef OAIWIRE_HELD_fgets
#pragma pop_macro("fgets")
#endif
#ifdef OAIWIRE_HELD_fgetwc
#undef OAIWIRE_HELD_fgetwc
#pragma pop_macro("fgetwc")
#endif
#ifdef OAIWIRE_HELD_fgetws
#undef OAIWIRE_HELD_fgetws
#pragma pop_macro("fgetws")
#endif
#ifdef OAIWIRE_HELD_field
#undef OAIWIRE_HELD_field
#pragma pop_macro("field")
#endif
#ifdef OAIWIRE_HELD_fields
#undef OAIWIRE_HELD_fields
#pragma pop_macro("fields")
#endif
#ifdef OAIWIRE_HELD_fifo
#undef OAIWIRE_HELD_fifo
#pragma pop_macro("fifo")
#endif
#ifdef OAIWIRE_HELD_figure
#undef OAIWIRE_HELD_figure
#pragma pop_macro("figure")
#endif
#ifdef OAIWIRE_HELD_file
#undef OAIWIRE_HELD_file
#pragma pop_macro("file")
#endif
#ifdef OAIWIRE_HELD_file_size
#undef OAIWIRE_HELD_file_size
#pragma pop_macro("file_size")
#endif
#ifdef OAIWIRE_HELD_filebuf
#undef OAIWIRE_HELD_filebuf
#pragma pop_macro("filebuf")
#endif
#ifdef OAIWIRE_HELD_filename
#undef OAIWIRE_HELD_filename
#pragma pop_macro("filename")
#endif
#ifdef OAIWIRE_HELD_files
#undef OAIWIRE_HELD_files
#pragma pop_macro("files")
#endif
#ifdef OAIWIRE_HELD_filesystem
#undef OAIWIRE_HELD_filesystem
#pragma pop_macro("filesystem")
#endif
#ifdef OAIWIRE_HELD_fill
#undef OAIWIRE_HELD_fill
#pragma pop_macro("fill")
#endif
#ifdef OAIWIRE_HELD_fill_n
#undef OAIWIRE_HELD_fill_n
#pragma pop_macro("fill_n")
#endif
#ifdef OAIWIRE_HELD_filter
#undef OAIWIRE_HELD_filter
#pragma pop_macro("filter")
#endif
#ifdef OAIWIRE_HELD_filtered
#undef OAIWIRE_HELD_filtered
#pragma pop_macro("filtered")
#endif
#ifdef OAIWIRE_HELD_filters
#undef OAIWIRE_HELD_filters
#pragma pop_macro("filters")
#endif
#ifdef OAIWIRE_HELD_final
#undef OAIWIRE_HELD_final
#pragma pop_macro("final")
#endif
#ifdef OAIWIRE_HELD_finalizing
#undef OAIWIRE_HELD_finalizing
#pragma pop_macro("finalizing")
#endif
#ifdef OAIWIRE_HELD_find
#undef OAIWIRE_HELD_find
#pragma pop_macro("find")
#endif
#ifdef OAIWIRE_HELD_find_if
#undef OAIWIRE_HELD_find_if
#pragma pop_macro("find_if")
#endif
#ifdef OAIWIRE_HELD_finder
#undef OAIWIRE_HELD_finder
#pragma pop_macro("finder")
#endif
#ifdef OAIWIRE_HELD_fingerprint
#undef OAIWIRE_HELD_fingerprint
#pragma pop_macro("fingerprint")
#endif
#ifdef OAIWIRE_HELD_finish
#undef OAIWIRE_HELD_finish
#pragma pop_macro("finish")
#endif
#ifdef OAIWIRE_HELD_finished
#undef OAIWIRE_HELD_finished
#pragma pop_macro("finished")
#endif
#ifdef OAIWIRE_HELD_finishes
#undef OAIWIRE_HELD_finishes
#pragma pop_macro("finishes")
#endif
#ifdef OAIWIRE_HELD_finishing
#undef OAIWIRE_HELD_finishing
#pragma pop_macro("finishing")
#endif
#ifdef OAIWIRE_HELD_finite
#undef OAIWIRE_HELD_finite
#pragma pop_macro("finite")
#endif
#ifdef OAIWIRE_HELD_fireworks
#undef OAIWIRE_HELD_fireworks
#pragma pop_macro("fireworks")
#endif
#ifdef OAIWIRE_HELD_first
#undef OAIWIRE_HELD_first
#pragma pop_macro("first")
#endif
#ifdef OAIWIRE_HELD_fit
#undef OAIWIRE_HELD_fit
#pragma pop_macro("fit")
#endif
#ifdef OAIWIRE_HELD_fits
#undef OAIWIRE_HELD_fits
#pragma pop_macro("fits")
#endif
#ifdef OAIWIRE_HELD_fitting
#undef OAIWIRE_HELD_fitting
#pragma pop_macro("fitting")
#endif
#ifdef OAIWIRE_HELD_fixed
#undef OAIWIRE_HELD_fixed
#pragma pop_macro("fixed")
#endif
#ifdef OAIWIRE_HELD_flac
#undef OAIWIRE_HELD_flac
#pragma pop_macro("flac")
#endif
#ifdef OAIWIRE_HELD_flag
#undef OAIWIRE_HELD_flag
#pragma pop_macro("flag")
#endif
#ifdef OAIWIRE_HELD_flagged
#undef OAIWIRE_HELD_flagged
#pragma pop_macro("flagged")
#endif
#ifdef OAIWIRE_HELD_flags
#undef OAIWIRE_HELD_flags
#pragma pop_macro("flags")
#endif
#ifdef OAIWIRE_HELD_flat
#undef OAIWIRE_HELD_flat
#pragma pop_macro("flat")
#endif
#ifdef OAIWIRE_HELD_flatten
#undef OAIWIRE_HELD_flatten
#pragma pop_macro("flatten")
#endif
#ifdef OAIWIRE_HELD_flex
#undef OAIWIRE_HELD_flex
#pragma pop_macro("flex")
#endif
#ifdef OAIWIRE_HELD_flip
#undef OAIWIRE_HELD_flip
#pragma pop_macro("flip")
#endif
#ifdef OAIWIRE_HELD_float
#undef OAIWIRE_HELD_float
#pragma pop_macro("float")
#endif
#ifdef OAIWIRE_HELD_floatfield
#undef OAIWIRE_HELD_floatfield
#pragma pop_macro("floatfield")
#endif
#ifdef OAIWIRE_HELD_floating
#undef OAIWIRE_HELD_floating
#pragma pop_macro("floating")
#endif
#ifdef OAIWIRE_HELD_floating_point
#undef OAIWIRE_HELD_floating_point
#pragma pop_macro("floating_point")
#endif
#ifdef OAIWIRE_HELD_floats
#undef OAIWIRE_HELD_floats
#pragma pop_macro("floats")
#endif
#ifdef OAIWIRE_HELD_floor
#undef OAIWIRE_HELD_floor
#pragma pop_macro("floor")
#endif
#ifdef OAIWIRE_HELD_floorf
#undef OAIWIRE_HELD_floorf
#pragma pop_macro("floorf")
#endif
#ifdef OAIWIRE_HELD_floorl
#undef OAIWIRE_HELD_floorl
#pragma pop_macro("floorl")
#endif
#ifdef OAIWIRE_HELD_flow
#undef OAIWIRE_HELD_flow
#pragma pop_macro("flow")
#endif
#ifdef OAIWIRE_HELD_flush
#undef OAIWIRE_HELD_flush
#pragma pop_macro("flush")
#endif
#ifdef OAIWIRE_HELD_flushed
#undef OAIWIRE_HELD_flushed
#pragma pop_macro("flushed")
#endif
#ifdef OAIWIRE_HELD_fma
#undef OAIWIRE_HELD_fma
#pragma pop_macro("fma")
#endif
#ifdef OAIWIRE_HELD_fmaf
#undef OAIWIRE_HELD_fmaf
#pragma pop_macro("fmaf")
#endif
#ifdef OAIWIRE_HELD_fmal
#undef OAIWIRE_HELD_fmal
#pragma pop_macro("fmal")
#endif
#ifdef OAIWIRE_HELD_fmax
#undef OAIWIRE_HELD_fmax
#pragma pop_macro("fmax")
#endif
#ifdef OAIWIRE_HELD_fmaxf
#undef OAIWIRE_HELD_fmaxf
#pragma pop_macro("fmaxf")
#endif
#ifdef OAIWIRE_HELD_fmaxl
#undef OAIWIRE_HELD_fmaxl
#pragma pop_macro("fmaxl")
#endif
#ifdef OAIWIRE_HELD_fmin
#undef OAIWIRE_HELD_fmin
#pragma pop_macro("fmin")
#endif
#ifdef OAIWIRE_HELD_fminf
#undef OAIWIRE_HELD_fminf
#pragma pop_macro("fminf")
#endif
#ifdef OAIWIRE_HELD_fminl
#undef OAIWIRE_HELD_fminl
#pragma pop_macro("fminl")
#endif
#ifdef OAIWIRE_HELD_fmod
#undef OAIWIRE_HELD_fmod
#pragma pop_macro("fmod")
#endif
#ifdef OAIWIRE_HELD_fmodf
#undef OAIWIRE_HELD_fmodf
#pragma pop_macro("fmodf")
#endif
#ifdef OAIWIRE_HELD_fmodl
#undef OAIWIRE_HELD_fmodl
#pragma pop_macro("fmodl")
#endif
#ifdef OAIWIRE_HELD_fmtflags
#undef OAIWIRE_HELD_fmtflags
#pragma pop_macro("fmtflags")
#endif
#ifdef OAIWIRE_HELD_folded
#undef OAIWIRE_HELD_folded
#pragma pop_macro("folded")
#endif
#ifdef OAIWIRE_HELD_follow
#undef OAIWIRE_HELD_follow
#pragma pop_macro("follow")
#endif
#ifdef OAIWIRE_HELD_fopen
#undef OAIWIRE_HELD_fopen
#pragma pop_macro("fopen")
#endif
#ifdef OAIWIRE_HELD_for
#undef OAIWIRE_HELD_for
#pragma pop_macro("for")
#endif
#ifdef OAIWIRE_HELD_for_each
#undef OAIWIRE_HELD_for_each
#pragma pop_macro("for_each")
#endif
#ifdef OAIWIRE_HELD_forbid
#undef OAIWIRE_HELD_forbid
#pragma pop_macro("forbid")
#endif
#ifdef OAIWIRE_HELD_forget
#undef OAIWIRE_HELD_forget
#pragma pop_macro("forget")
#endif
#ifdef OAIWIRE_HELD_form
#undef OAIWIRE_HELD_form
#pragma pop_macro("form")
#endif
#ifdef OAIWIRE_HELD_format
#undef OAIWIRE_HELD_format
#pragma pop_macro("format")
#endif
#ifdef OAIWIRE_HELD_formatter
#undef OAIWIRE_HELD_formatter
#pragma pop_macro("formatter")
#endif
#ifdef OAIWIRE_HELD_forms
#undef OAIWIRE_HELD_forms
#pragma pop_macro("forms")
#endif
#ifdef OAIWIRE_HELD_forward
#undef OAIWIRE_HELD_forward
#pragma pop_macro("forward")
#endif
#ifdef OAIWIRE_HELD_forward_iterator
#undef OAIWIRE_HELD_forward_iterator
#pragma pop_macro("forward_iterator")
#endif
#ifdef OAIWIRE_HELD_forward_iterator_tag
#undef OAIWIRE_HELD_forward_iterator_tag
#pragma pop_macro("forward_iterator_tag")
#endif
#ifdef OAIWIRE_HELD_found
#undef OAIWIRE_HELD_found
#pragma pop_macro("found")
#endif
#ifdef OAIWIRE_HELD_four
#undef OAIWIRE_HELD_four
#pragma pop_macro("four")
#endif
#ifdef OAIWIRE_HELD_fours
#undef OAIWIRE_HELD_fours
#pragma pop_macro("fours")
#endif
#ifdef OAIWIRE_HELD_fourth
#undef OAIWIRE_HELD_fourth
#pragma pop_macro("fourth")
#endif
#ifdef OAIWIRE_HELD_fpclassify
#undef OAIWIRE_HELD_fpclassify
#pragma pop_macro("fpclassify")
#endif
#ifdef OAIWIRE_HELD_fpos
#undef OAIWIRE_HELD_fpos
#pragma pop_macro("fpos")
#endif
#ifdef OAIWIRE_HELD_fprintf
#undef OAIWIRE_HELD_fprintf
#pragma pop_macro("fprintf")
#endif
#ifdef OAIWIRE_HELD_fputc
#undef OAIWIRE_HELD_fputc
#pragma pop_macro("fputc")
#endif
#ifdef OAIWIRE_HELD_fputs
#undef OAIWIRE_HELD_fputs
#pragma pop_macro("fputs")
#endif
#ifdef OAIWIRE_HELD_fputwc
#undef OAIWIRE_HELD_fputwc
#pragma pop_macro("fputwc")
#endif
#ifdef OAIWIRE_HELD_fputws
#undef OAIWIRE_HELD_fputws
#pragma pop_macro("fputws")
#endif
#ifdef OAIWIRE_HELD_fraction
#undef OAIWIRE_HELD_fraction
#pragma pop_macro("fraction")
#endif
#ifdef OAIWIRE_HELD_frame
#undef OAIWIRE_HELD_frame
#pragma pop_macro("frame")
#endif
#ifdef OAIWIRE_HELD_frames
#undef OAIWIRE_HELD_frames
#pragma pop_macro("frames")
#endif
#ifdef OAIWIRE_HELD_framing
#undef OAIWIRE_HELD_framing
#pragma pop_macro("framing")
#endif
#ifdef OAIWIRE_HELD_fread
#undef OAIWIRE_HELD_fread
#pragma pop_macro("fread")
#endif
#ifdef OAIWIRE_HELD_free
#undef OAIWIRE_HELD_free
#pragma pop_macro("free")
#endif
#ifdef OAIWIRE_HELD_freeaddrinfo
#undef OAIWIRE_HELD_freeaddrinfo
#pragma pop_macro("freeaddrinfo")
#endif
#ifdef OAIWIRE_HELD_freopen
#undef OAIWIRE_HELD_freopen
#pragma pop_macro("freopen")
#endif
#ifdef OAIWIRE_HELD_fresh
#undef OAIWIRE_HELD_fresh
#pragma pop_macro("fresh")
#endif
#ifdef OAIWIRE_HELD_frexp
#undef OAIWIRE_HELD_frexp
#pragma pop_macro("frexp")
#endif
#ifdef OAIWIRE_HELD_frexpf
#undef OAIWIRE_HELD_frexpf
#pragma pop_macro("frexpf")
#endif
#ifdef OAIWIRE_HELD_frexpl
#undef OAIWIRE_HELD_frexpl
#pragma pop_macro("frexpl")
#endif
#ifdef OAIWIRE_HELD_friend
#undef OAIWIRE_HELD_friend
#pragma pop_macro("friend")
#endif
#ifdef OAIWIRE_HELD_from
#undef OAIWIRE_HELD_from
#pragma pop_macro("from")
#endif
#ifdef OAIWIRE_HELD_from_chars
#undef OAIWIRE_HELD_from_chars
#pragma pop_macro("from_chars")
#endif
#ifdef OAIWIRE_HELD_front
#undef OAIWIRE_HELD_front
#pragma pop_macro("front")
#endif
#ifdef OAIWIRE_HELD_fscanf
#undef OAIWIRE_HELD_fscanf
#pragma pop_macro("fscanf")
#endif
#ifdef OAIWIRE_HELD_fseek
#undef OAIWIRE_HELD_fseek
#pragma pop_macro("fseek")
#endif
#ifdef OAIWIRE_HELD_fsetpos
#undef OAIWIRE_HELD_fsetpos
#pragma pop_macro("fsetpos")
#endif
#ifdef OAIWIRE_HELD_fstream
#undef OAIWIRE_HELD_fstream
#pragma pop_macro("fstream")
#endif
#ifdef OAIWIRE_HELD_ftell
#undef OAIWIRE_HELD_ftell
#pragma pop_macro("ftell")
#endif
#ifdef OAIWIRE_HELD_full
#undef OAIWIRE_HELD_full
#pragma pop_macro("full")
#endif
#ifdef OAIWIRE_HELD_fun
#undef OAIWIRE_HELD_fun
#pragma pop_macro("fun")
#endif
#ifdef OAIWIRE_HELD_function
#undef OAIWIRE_HELD_function
#pragma pop_macro("function")
#endif
#ifdef OAIWIRE_HELD_functions
#undef OAIWIRE_HELD_functions
#pragma pop_macro("functions")
#endif
#ifdef OAIWIRE_HELD_fwide
#undef OAIWIRE_HELD_fwide
#pragma pop_macro("fwide")
#endif
#ifdef OAIWIRE_HELD_fwprintf
#undef OAIWIRE_HELD_fwprintf
#pragma pop_macro("fwprintf")
#endif
#ifdef OAIWIRE_HELD_fwrite
#undef OAIWIRE_HELD_fwrite
#pragma pop_macro("fwrite")
#endif
#ifdef OAIWIRE_HELD_fwscanf
#undef OAIWIRE_HELD_fwscanf
#pragma pop_macro("fwscanf")
#endif
#ifdef OAIWIRE_HELD_g
#undef OAIWIRE_HELD_g
#pragma pop_macro("g")
#endif
#ifdef OAIWIRE_HELD_g0
#undef OAIWIRE_HELD_g0
#pragma pop_macro("g0")
#endif
#ifdef OAIWIRE_HELD_g1
#undef OAIWIRE_HELD_g1
#pragma pop_macro("g1")
#endif
#ifdef OAIWIRE_HELD_g2
#undef OAIWIRE_HELD_g2
#pragma pop_macro("g2")
#endif
#ifdef OAIWIRE_HELD_g3
#undef OAIWIRE_HELD_g3
#pragma pop_macro("g3")
#endif
#ifdef OAIWIRE_HELD_g4
#undef OAIWIRE_HELD_g4
#pragma pop_macro("g4")
#endif
#ifdef OAIWIRE_HELD_g5
#undef OAIWIRE_HELD_g5
#pragma pop_macro("g5")
#endif
#ifdef OAIWIRE_HELD_g6
#undef OAIWIRE_HELD_g6
#pragma pop_macro("g6")
#endif
#ifdef OAIWIRE_HELD_g7
#undef OAIWIRE_HELD_g7
#pragma pop_macro("g7")
#endif
#ifdef OAIWIRE_HELD_gamma
#undef OAIWIRE_HELD_gamma
#pragma pop_macro("gamma")
#endif
#ifdef OAIWIRE_HELD_gap
#undef OAIWIRE_HELD_gap
#pragma pop_macro("gap")
#endif
#ifdef OAIWIRE_HELD_garbled
#undef OAIWIRE_HELD_garbled
#pragma pop_macro("garbled")
#endif
#ifdef OAIWIRE_HELD_gbump
#undef OAIWIRE_HELD_gbump
#pragma pop_macro("gbump")
#endif
#ifdef OAIWIRE_HELD_gcd
#undef OAIWIRE_HELD_gcd
#pragma pop_macro("gcd")
#endif
#ifdef OAIWIRE_HELD_gcm
#undef OAIWIRE_HELD_gcm
#pragma pop_macro("gcm")
#endif
#ifdef OAIWIRE_HELD_gcount
#undef OAIWIRE_HELD_gcount
#pragma pop_macro("gcount")
#endif
#ifdef OAIWIRE_HELD_gemini
#undef OAIWIRE_HELD_gemini
#pragma pop_macro("gemini")
#endif
#ifdef OAIWIRE_HELD_general
#undef OAIWIRE_HELD_general
#pragma pop_macro("general")
#endif
#ifdef OAIWIRE_HELD_generate
#undef OAIWIRE_HELD_generate
#pragma pop_macro("generate")
#endif
#ifdef OAIWIRE_HELD_generating
#undef OAIWIRE_HELD_generating
#pragma pop_macro("generating")
#endif
#ifdef OAIWIRE_HELD_get
#undef OAIWIRE_HELD_get
#pragma pop_macro("get")
#endif
#ifdef OAIWIRE_HELD_get_if
#undef OAIWIRE_HELD_get_if
#pragma pop_macro("get_if")
#endif
#ifdef OAIWIRE_HELD_getaddrinfo
#undef OAIWIRE_HELD_getaddrinfo
#pragma pop_macro("getaddrinfo")
#endif
#ifdef OAIWIRE_HELD_getc
#undef OAIWIRE_HELD_getc
#pragma pop_macro("getc")
#endif
#ifdef OAIWIRE_HELD_getchar
#undef OAIWIRE_HELD_getchar
#pragma pop_macro("getchar")
#endif
#ifdef OAIWIRE_HELD_getenv
#undef OAIWIRE_HELD_getenv
#pragma pop_macro("getenv")
#endif
#ifdef OAIWIRE_HELD_getline
#undef OAIWIRE_HELD_getline
#pragma pop_macro("getline")
#endif
#ifdef OAIWIRE_HELD_getloc
#undef OAIWIRE_HELD_getloc
#pragma pop_macro("getloc")
#endif
#ifdef OAIWIRE_HELD_gets
#undef OAIWIRE_HELD_gets
#pragma pop_macro("gets")
#endif
#ifdef OAIWIRE_HELD_getsockname
#undef OAIWIRE_HELD_getsockname
#pragma pop_macro("getsockname")
#endif
#ifdef OAIWIRE_HELD_getsockopt
#undef OAIWIRE_HELD_getsockopt
#pragma pop_macro("getsockopt")
#endif
#ifdef OAIWIRE_HELD_getwc
#undef OAIWIRE_HELD_getwc
#pragma pop_macro("getwc")
#endif
#ifdef OAIWIRE_HELD_getwchar
#undef OAIWIRE_HELD_getwchar
#pragma pop_macro("getwchar")
#endif
#ifdef OAIWIRE_HELD_gif
#undef OAIWIRE_HELD_gif
#pragma pop_macro("gif")
#endif
#ifdef OAIWIRE_HELD_giga
#undef OAIWIRE_HELD_giga
#pragma pop_macro("giga")
#endif
#ifdef OAIWIRE_HELD_give
#undef OAIWIRE_HELD_give
#pragma pop_macro("give")
#endif
#ifdef OAIWIRE_HELD_given
#undef OAIWIRE_HELD_given
#pragma pop_macro("given")
#endif
#ifdef OAIWIRE_HELD_gleu
#undef OAIWIRE_HELD_gleu
#pragma pop_macro("gleu")
#endif
#ifdef OAIWIRE_HELD_global
#undef OAIWIRE_HELD_global
#pragma pop_macro("global")
#endif
#ifdef OAIWIRE_HELD_gmtime
#undef OAIWIRE_HELD_gmtime
#pragma pop_macro("gmtime")
#endif
#ifdef OAIWIRE_HELD_gnu
#undef OAIWIRE_HELD_gnu
#pragma pop_macro("gnu")
#endif
#ifdef OAIWIRE_HELD_go
#undef OAIWIRE_HELD_go
#pragma pop_macro("go")
#endif
#ifdef OAIWIRE_HELD_gone
#undef OAIWIRE_HELD_gone
#pragma pop_macro("gone")
#endif
#ifdef OAIWIRE_HELD_good
#undef OAIWIRE_HELD_good
#pragma pop_macro("good")
#endif
#ifdef OAIWIRE_HELD_goodbit
#undef OAIWIRE_HELD_goodbit
#pragma pop_macro("goodbit")
#endif
#ifdef OAIWIRE_HELD_google
#undef OAIWIRE_HELD_google
#pragma pop_macro("google")
#endif
#ifdef OAIWIRE_HELD_got
#undef OAIWIRE_HELD_got
#pragma pop_macro("got")
#endif
#ifdef OAIWIRE_HELD_goto
#undef OAIWIRE_HELD_goto
#pragma pop_macro("goto")
#endif
#ifdef OAIWIRE_HELD_gptr
#undef OAIWIRE_HELD_gptr
#pragma pop_macro("gptr")
#endif
#ifdef OAIWIRE_HELD_grader
#undef OAIWIRE_HELD_grader
#pragma pop_macro("grader")
#endif
#ifdef OAIWIRE_HELD_graders
#undef OAIWIRE_HELD_graders
#pragma pop_macro("graders")
#endif
#ifdef OAIWIRE_HELD_grammar
#undef OAIWIRE_HELD_grammar
#pragma pop_macro("grammar")
#endif
#ifdef OAIWIRE_HELD_grant
#undef OAIWIRE_HELD_grant
#pragma pop_macro("grant")
#endif
#ifdef OAIWIRE_HELD_granted
#undef OAIWIRE_HELD_granted
#pragma pop_macro("granted")
#endif
#ifdef OAIWIRE_HELD_graph
#undef OAIWIRE_HELD_graph
#pragma pop_macro("graph")
#endif
#ifdef OAIWIRE_HELD_greater
#undef OAIWIRE_HELD_greater
#pragma pop_macro("greater")
#endif
#ifdef OAIWIRE_HELD_greatest
#undef OAIWIRE_HELD_greatest
#pragma pop_macro("greatest")
#endif
#ifdef OAIWIRE_HELD_greedy
#undef OAIWIRE_HELD_greedy
#pragma pop_macro("greedy")
#endif
#ifdef OAIWIRE_HELD_groq
#undef OAIWIRE_HELD_groq
#pragma pop_macro("groq")
#endif
#ifdef OAIWIRE_HELD_group
#undef OAIWIRE_HELD_group
#pragma pop_macro("group")
#endif
#ifdef OAIWIRE_HELD_grouping
#undef OAIWIRE_HELD_grouping
#pragma pop_macro("grouping")
#endif
#ifdef OAIWIRE_HELD_groups
#undef OAIWIRE_HELD_groups
#pragma pop_macro("groups")
#endif
#ifdef OAIWIRE_HELD_grow
#undef OAIWIRE_HELD_grow
#pragma pop_macro("grow")
#endif
#ifdef OAIWIRE_HELD_grown
#undef OAIWIRE_HELD_grown
#pragma pop_macro("grown")
#endif
#ifdef OAIWIRE_HELD_guard
#undef OAIWIRE_HELD_guard
#pragma pop_macro("guard")
#endif
#ifdef OAIWIRE_HELD_guarded
#undef OAIWIRE_HELD_guarded
#pragma pop_macro("guarded")
#endif
#ifdef OAIWIRE_HELD_guess
#undef OAIWIRE_HELD_guess
#pragma pop_macro("guess")
#endif
#ifdef OAIWIRE_HELD_h
#undef OAIWIRE_HELD_h
#pragma pop_macro("h")
#endif
#ifdef OAIWIRE_HELD_h0
#undef OAIWIRE_HELD_h0
#pragma pop_macro("h0")
#endif
#ifdef OAIWIRE_HELD_h1
#undef OAIWIRE_HELD_h1
#pragma pop_macro("h1")
#endif
#ifdef OAIWIRE_HELD_h2
#undef OAIWIRE_HELD_h2
#pragma pop_macro("h2")
#endif
#ifdef OAIWIRE_HELD_h3
#undef OAIWIRE_HELD_h3
#pragma pop_macro("h3")
#endif
#ifdef OAIWIRE_HELD_h4
#undef OAIWIRE_HELD_h4
#pragma pop_macro("h4")
#endif
#ifdef OAIWIRE_HELD_h5
#undef OAIWIRE_HELD_h5
#pragma pop_macro("h5")
#endif
#ifdef OAIWIRE_HELD_h6
#undef OAIWIRE_HELD_h6
#pragma pop_macro("h6")
#endif
#ifdef OAIWIRE_HELD_h7
#undef OAIWIRE_HELD_h7
#pragma pop_macro("h7")
#endif
#ifdef OAIWIRE_HELD_had
#undef OAIWIRE_HELD_had
#pragma pop_macro("had")
#endif
#ifdef OAIWIRE_HELD_half
#undef OAIWIRE_HELD_half
#pragma pop_macro("half")
#endif
#ifdef OAIWIRE_HELD_halfway
#undef OAIWIRE_HELD_halfway
#pragma pop_macro("halfway")
#endif
#ifdef OAIWIRE_HELD_halves
#undef OAIWIRE_HELD_halves
#pragma pop_macro("halves")
#endif
#ifdef OAIWIRE_HELD_handle
#undef OAIWIRE_HELD_handle
#pragma pop_macro("handle")
#endif
#ifdef OAIWIRE_HELD_handler
#undef OAIWIRE_HELD_handler
#pragma pop_macro("handler")
#endif
#ifdef OAIWIRE_HELD_handling
#undef OAIWIRE_HELD_handling
#pragma pop_macro("handling")
#endif
#ifdef OAIWIRE_HELD_handshake
#undef OAIWIRE_HELD_handshake
#pragma pop_macro("handshake")
#endif
#ifdef OAIWIRE_HELD_harassment
#undef OAIWIRE_HELD_harassment
#pragma pop_macro("harassment")
#endif
#ifdef OAIWIRE_HELD_harmless
#undef OAIWIRE_HELD_harmless
#pragma pop_macro("harmless")
#endif
#ifdef OAIWIRE_HELD_has
#undef OAIWIRE_HELD_has
#pragma pop_macro("has")
#endif
#ifdef OAIWIRE_HELD_has_value
#undef OAIWIRE_HELD_has_value
#pragma pop_macro("has_value")
#endif
#ifdef OAIWIRE_HELD_hash
#undef OAIWIRE_HELD_hash
#pragma pop_macro("hash")
#endif
#ifdef OAIWIRE_HELD_hasher
#undef OAIWIRE_HELD_hasher
#pragma pop_macro("hasher")
#endif
#ifdef OAIWIRE_HELD_hate
#undef OAIWIRE_HELD_hate
#pragma pop_macro("hate")
#endif
#ifdef OAIWIRE_HELD_hd
#undef OAIWIRE_HELD_hd
#pragma pop_macro("hd")
#endif
#ifdef OAIWIRE_HELD_head
#undef OAIWIRE_HELD_head
#pragma pop_macro("head")
#endif
#ifdef OAIWIRE_HELD_header
#undef OAIWIRE_HELD_header
#pragma pop_macro("header")
#endif
#ifdef OAIWIRE_HELD_headers
#undef OAIWIRE_HELD_headers
#pragma pop_macro("headers")
#endif
#ifdef OAIWIRE_HELD_heading
#undef OAIWIRE_HELD_heading
#pragma pop_macro("heading")
#endif
#ifdef OAIWIRE_HELD_heard
#undef OAIWIRE_HELD_heard
#pragma pop_macro("heard")
#endif
#ifdef OAIWIRE_HELD_hecto
#undef OAIWIRE_HELD_hecto
#pragma pop_macro("hecto")
#endif
#ifdef OAIWIRE_HELD_height
#undef OAIWIRE_HELD_height
#pragma pop_macro("height")
#endif
#ifdef OAIWIRE_HELD_held
#undef OAIWIRE_HELD_held
#pragma pop_macro("held")
#endif
#ifdef OAIWIRE_HELD_here
#undef OAIWIRE_HELD_here
#pragma pop_macro("here")
#endif
#ifdef OAIWIRE_HELD_hermite
#undef OAIWIRE_HELD_hermite
#pragma pop_macro("hermite")
#endif
#ifdef OAIWIRE_HELD_hermitef
#undef OAIWIRE_HELD_hermitef
#pragma pop_macro("hermitef")
#endif
#ifdef OAIWIRE_HELD_hermitel
#undef OAIWIRE_HELD_hermitel
#pragma pop_macro("hermitel")
#endif
#ifdef OAIWIRE_HELD_hex
#undef OAIWIRE_HELD_hex
#pragma pop_macro("hex")
#endif
#ifdef OAIWIRE_HELD_hex4
#undef OAIWIRE_HELD_hex4
#pragma pop_macro("hex4")
#endif
#ifdef OAIWIRE_HELD_hexfloat
#undef OAIWIRE_HELD_hexfloat
#pragma pop_macro("hexfloat")
#endif
#ifdef OAIWIRE_HELD_hidden
#undef OAIWIRE_HELD_hidden
#pragma pop_macro("hidden")
#endif
#ifdef OAIWIRE_HELD_hide
#undef OAIWIRE_HELD_hide
#pragma pop_macro("hide")
#endif
#ifdef OAIWIRE_HELD_hides
#undef OAIWIRE_HELD_hides
#pragma pop_macro("hides")
#endif
#ifdef OAIWIRE_HELD_high
#undef OAIWIRE_HELD_high
#pragma pop_macro("high")
#endif
#ifdef OAIWIRE_HELD_highs
#undef OAIWIRE_HELD_highs
#pragma pop_macro("highs")
#endif
#ifdef OAIWIRE_HELD_hints
#undef OAIWIRE_HELD_hints
#pragma pop_macro("hints")
#endif
#ifdef OAIWIRE_HELD_histories
#undef OAIWIRE_HELD_histories
#pragma pop_macro("histories")
#endif
#ifdef OAIWIRE_HELD_history
#undef OAIWIRE_HELD_history
#pragma pop_macro("history")
#endif
#ifdef OAIWIRE_HELD_hit
#undef OAIWIRE_HELD_hit
#pragma pop_macro("hit")
#endif
#ifdef OAIWIRE_HELD_hmac
#undef OAIWIRE_HELD_hmac
#pragma pop_macro("hmac")
#endif
#ifdef OAIWIRE_HELD_hold
#undef OAIWIRE_HELD_hold
#pragma pop_macro("hold")
#endif
#ifdef OAIWIRE_HELD_holder
#undef OAIWIRE_HELD_holder
#pragma pop_macro("holder")
#endif
#ifdef OAIWIRE_HELD_holding
#undef OAIWIRE_HELD_holding
#pragma pop_macro("holding")
#endif
#ifdef OAIWIRE_HELD_holds
#undef OAIWIRE_HELD_holds
#pragma pop_macro("holds")
#endif
#ifdef OAIWIRE_HELD_holds_alternative
#undef OAIWIRE_HELD_holds_alternative
#pragma pop_macro("holds_alternative")
#endif
#ifdef OAIWIRE_HELD_home
#undef OAIWIRE_HELD_home
#pragma pop_macro("home")
#endif
#ifdef OAIWIRE_HELD_hook
#undef OAIWIRE_HELD_hook
#pragma pop_macro("hook")
#endif
#ifdef OAIWIRE_HELD_hooks
#undef OAIWIRE_HELD_hooks
#pragma pop_macro("hooks")
#endif
#ifdef OAIWIRE_HELD_host
#undef OAIWIRE_HELD_host
#pragma pop_macro("host")
#endif
#ifdef OAIWIRE_HELD_hour
#undef OAIWIRE_HELD_hour
#pragma pop_macro("hour")
#endif
#ifdef OAIWIRE_HELD_hours
#undef OAIWIRE_HELD_hours
#pragma pop_macro("hours")
#endif
#ifdef OAIWIRE_HELD_how
#undef OAIWIRE_HELD_how
#pragma pop_macro("how")
#endif
#ifdef OAIWIRE_HELD_http
#undef OAIWIRE_HELD_http
#pragma pop_macro("http")
#endif
#ifdef OAIWIRE_HELD_httplib
#undef OAIWIRE_HELD_httplib
#pragma pop_macro("httplib")
#endif
#ifdef OAIWIRE_HELD_hundreds
#undef OAIWIRE_HELD_hundreds
#pragma pop_macro("hundreds")
#endif
#ifdef OAIWIRE_HELD_hyperparameters
#undef OAIWIRE_HELD_hyperparameters
#pragma pop_macro("hyperparameters")
#endif
#ifdef OAIWIRE_HELD_hypot
#undef OAIWIRE_HELD_hypot
#pragma pop_macro("hypot")
#endif
#ifdef OAIWIRE_HELD_hypotf
#undef OAIWIRE_HELD_hypotf
#pragma pop_macro("hypotf")
#endif
#ifdef OAIWIRE_HELD_hypotl
#undef OAIWIRE_HELD_hypotl
#pragma pop_macro("hypotl")
#endif
#ifdef OAIWIRE_HELD_i
#undef OAIWIRE_HELD_i
#pragma pop_macro("i")
#endif
#ifdef OAIWIRE_HELD_id
#undef OAIWIRE_HELD_id
#pragma pop_macro("id")
#endif
#ifdef OAIWIRE_HELD_identify
#undef OAIWIRE_HELD_identify
#pragma pop_macro("identify")
#endif
#ifdef OAIWIRE_HELD_identity
#undef OAIWIRE_HELD_identity
#pragma pop_macro("identity")
#endif
#ifdef OAIWIRE_HELD_idle
#undef OAIWIRE_HELD_idle
#pragma pop_macro("idle")
#endif
#ifdef OAIWIRE_HELD_ids
#undef OAIWIRE_HELD_ids
#pragma pop_macro("ids")
#endif
#ifdef OAIWIRE_HELD_if
#undef OAIWIRE_HELD_if
#pragma pop_macro("if")
#endif
#ifdef OAIWIRE_HELD_ifstream
#undef OAIWIRE_HELD_ifstream
#pragma pop_macro("ifstream")
#endif
#ifdef OAIWIRE_HELD_ignorable
#undef OAIWIRE_HELD_ignorable
#pragma pop_macro("ignorable")
#endif
#ifdef OAIWIRE_HELD_ignore
#undef OAIWIRE_HELD_ignore
#pragma pop_macro("ignore")
#endif
#ifdef OAIWIRE_HELD_ignored
#undef OAIWIRE_HELD_ignored
#pragma pop_macro("ignored")
#endif
#ifdef OAIWIRE_HELD_ilike
#undef OAIWIRE_HELD_ilike
#pragma pop_macro("ilike")
#endif
#ifdef OAIWIRE_HELD_illicit
#undef OAIWIRE_HELD_illicit
#pragma pop_macro("illicit")
#endif
#ifdef OAIWIRE_HELD_ilogb
#undef OAIWIRE_HELD_ilogb
#pragma pop_macro("ilogb")
#endif
#ifdef OAIWIRE_HELD_ilogbf
#undef OAIWIRE_HELD_ilogbf
#pragma pop_macro("ilogbf")
#endif
#ifdef OAIWIRE_HELD_ilogbl
#undef OAIWIRE_HELD_ilogbl
#pragma pop_macro("ilogbl")
#endif
#ifdef OAIWIRE_HELD_imag
#undef OAIWIRE_HELD_imag
#pragma pop_macro("imag")
#endif
#ifdef OAIWIRE_HELD_image
#undef OAIWIRE_HELD_image
#pragma pop_macro("image")
#endif
#ifdef OAIWIRE_HELD_images
#undef OAIWIRE_HELD_images
#pragma pop_macro("images")
#endif
#ifdef OAIWIRE_HELD_imaxabs
#undef OAIWIRE_HELD_imaxabs
#pragma pop_macro("imaxabs")
#endif
#ifdef OAIWIRE_HELD_imaxdiv
#undef OAIWIRE_HELD_imaxdiv
#pragma pop_macro("imaxdiv")
#endif
#ifdef OAIWIRE_HELD_imbue
#undef OAIWIRE_HELD_imbue
#pragma pop_macro("imbue")
#endif
#ifdef OAIWIRE_HELD_in
#undef OAIWIRE_HELD_in
#pragma pop_macro("in")
#endif
#ifdef OAIWIRE_HELD_in_place
#undef OAIWIRE_HELD_in_place
#pragma pop_macro("in_place")
#endif
#ifdef OAIWIRE_HELD_in_place_index
#undef OAIWIRE_HELD_in_place_index
#pragma pop_macro("in_place_index")
#endif
#ifdef OAIWIRE_HELD_in_place_index_t
#undef OAIWIRE_HELD_in_place_index_t
#pragma pop_macro("in_place_index_t")
#endif
#ifdef OAIWIRE_HELD_in_place_type
#undef OAIWIRE_HELD_in_place_type
#pragma pop_macro("in_place_type")
#endif
#ifdef OAIWIRE_HELD_in_place_type_t
#undef OAIWIRE_HELD_in_place_type_t
#pragma pop_macro("in_place_type_t")
#endif
#ifdef OAIWIRE_HELD_include
#undef OAIWIRE_HELD_include
#pragma pop_macro("include")
#endif
#ifdef OAIWIRE_HELD_includes
#undef OAIWIRE_HELD_includes
#pragma pop_macro("includes")
#endif
#ifdef OAIWIRE_HELD_inclusive
#undef OAIWIRE_HELD_inclusive
#pragma pop_macro("inclusive")
#endif
#ifdef OAIWIRE_HELD_incoming
#undef OAIWIRE_HELD_incoming
#pragma pop_macro("incoming")
#endif
#ifdef OAIWIRE_HELD_incomplete
#undef OAIWIRE_HELD_incomplete
#pragma pop_macro("incomplete")
#endif
#ifdef OAIWIRE_HELD_increment
#undef OAIWIRE_HELD_increment
#pragma pop_macro("increment")
#endif
#ifdef OAIWIRE_HELD_incrementable
#undef OAIWIRE_HELD_incrementable
#pragma pop_macro("incrementable")
#endif
#ifdef OAIWIRE_HELD_indents
#undef OAIWIRE_HELD_indents
#pragma pop_macro("indents")
#endif
#ifdef OAIWIRE_HELD_index
#undef OAIWIRE_HELD_index
#pragma pop_macro("index")
#endif
#ifdef OAIWIRE_HELD_index_of
#undef OAIWIRE_HELD_index_of
#pragma pop_macro("index_of")
#endif
#ifdef OAIWIRE_HELD_index_sequence
#undef OAIWIRE_HELD_index_sequence
#pragma pop_macro("index_sequence")
#endif
#ifdef OAIWIRE_HELD_index_sequence_for
#undef OAIWIRE_HELD_index_sequence_for
#pragma pop_macro("index_sequence_for")
#endif
#ifdef OAIWIRE_HELD_indexed
#undef OAIWIRE_HELD_indexed
#pragma pop_macro("indexed")
#endif
#ifdef OAIWIRE_HELD_indices
#undef OAIWIRE_HELD_indices
#pragma pop_macro("indices")
#endif
#ifdef OAIWIRE_HELD_infinite
#undef OAIWIRE_HELD_infinite
#pragma pop_macro("infinite")
#endif
#ifdef OAIWIRE_HELD_infinity
#undef OAIWIRE_HELD_infinity
#pragma pop_macro("infinity")
#endif
#ifdef OAIWIRE_HELD_info
#undef OAIWIRE_HELD_info
#pragma pop_macro("info")
#endif
#ifdef OAIWIRE_HELD_init
#undef OAIWIRE_HELD_init
#pragma pop_macro("init")
#endif
#ifdef OAIWIRE_HELD_initializer_list
#undef OAIWIRE_HELD_initializer_list
#pragma pop_macro("initializer_list")
#endif
#ifdef OAIWIRE_HELD_inject
#undef OAIWIRE_HELD_inject
#pragma pop_macro("inject")
#endif
#ifdef OAIWIRE_HELD_inline
#undef OAIWIRE_HELD_inline
#pragma pop_macro("inline")
#endif
#ifdef OAIWIRE_HELD_inner
#undef OAIWIRE_HELD_inner
#pragma pop_macro("inner")
#endif
#ifdef OAIWIRE_HELD_inplace
#undef OAIWIRE_HELD_inplace
#pragma pop_macro("inplace")
#endif
#ifdef OAIWIRE_HELD_input
#undef OAIWIRE_HELD_input
#pragma pop_macro("input")
#endif
#ifdef OAIWIRE_HELD_input_iterator_tag
#undef OAIWIRE_HELD_input_iterator_tag
#pragma pop_macro("input_iterator_tag")
#endif
#ifdef OAIWIRE_HELD_insert
#undef OAIWIRE_HELD_insert
#pragma pop_macro("insert")
#endif
#ifdef OAIWIRE_HELD_inserted
#undef OAIWIRE_HELD_inserted
#pragma pop_macro("inserted")
#endif
#ifdef OAIWIRE_HELD_inserter
#undef OAIWIRE_HELD_inserter
#pragma pop_macro("inserter")
#endif
#ifdef OAIWIRE_HELD_inside
#undef OAIWIRE_HELD_inside
#pragma pop_macro("inside")
#endif
#ifdef OAIWIRE_HELD_instruction
#undef OAIWIRE_HELD_instruction
#pragma pop_macro("instruction")
#endif
#ifdef OAIWIRE_HELD_instructions
#undef OAIWIRE_HELD_instructions
#pragma pop_macro("instructions")
#endif
#ifdef OAIWIRE_HELD_int
#undef OAIWIRE_HELD_int
#pragma pop_macro("int")
#endif
#ifdef OAIWIRE_HELD_int16_t
#undef OAIWIRE_HELD_int16_t
#pragma pop_macro("int16_t")
#endif
#ifdef OAIWIRE_HELD_int32
#undef OAIWIRE_HELD_int32
#pragma pop_macro("int32")
#endif
#ifdef OAIWIRE_HELD_int32_t
#undef OAIWIRE_HELD_int32_t
#pragma pop_macro("int32_t")
#endif
#ifdef OAIWIRE_HELD_int64_t
#undef OAIWIRE_HELD_int64_t
#pragma pop_macro("int64_t")
#endif
#ifdef OAIWIRE_HELD_int8_t
#undef OAIWIRE_HELD_int8_t
#pragma pop_macro("int8_t")
#endif
#ifdef OAIWIRE_HELD_integer
#undef OAIWIRE_HELD_integer
#pragma pop_macro("integer")
#endif
#ifdef OAIWIRE_HELD_integral
#undef OAIWIRE_HELD_integral
#pragma pop_macro("integral")
#endif
#ifdef OAIWIRE_HELD_integral_constant
#undef OAIWIRE_HELD_integral_constant
#pragma pop_macro("integral_constant")
#endif
#ifdef OAIWIRE_HELD_integrations
#undef OAIWIRE_HELD_integrations
#pragma pop_macro("integrations")
#endif
#ifdef OAIWIRE_HELD_intent
#undef OAIWIRE_HELD_intent
#pragma pop_macro("intent")
#endif
#ifdef OAIWIRE_HELD_interleaved
#undef OAIWIRE_HELD_interleaved
#pragma pop_macro("interleaved")
#endif
#ifdef OAIWIRE_HELD_internal
#undef OAIWIRE_HELD_internal
#pragma pop_macro("internal")
#endif
#ifdef OAIWIRE_HELD_interpret
#undef OAIWIRE_HELD_interpret
#pragma pop_macro("interpret")
#endif
#ifdef OAIWIRE_HELD_interpreting
#undef OAIWIRE_HELD_interpreting
#pragma pop_macro("interpreting")
#endif
#ifdef OAIWIRE_HELD_interrupt
#undef OAIWIRE_HELD_interrupt
#pragma pop_macro("interrupt")
#endif
#ifdef OAIWIRE_HELD_interrupted
#undef OAIWIRE_HELD_interrupted
#pragma pop_macro("interrupted")
#endif
#ifdef OAIWIRE_HELD_interval
#undef OAIWIRE_HELD_interval
#pragma pop_macro("interval")
#endif
#ifdef OAIWIRE_HELD_intervals
#undef OAIWIRE_HELD_intervals
#pragma pop_macro("intervals")
#endif
#ifdef OAIWIRE_HELD_intl
#undef OAIWIRE_HELD_intl
#pragma pop_macro("intl")
#endif
#ifdef OAIWIRE_HELD_intmax_t
#undef OAIWIRE_HELD_intmax_t
#pragma pop_macro("intmax_t")
#endif
#ifdef OAIWIRE_HELD_into
#undef OAIWIRE_HELD_into
#pragma pop_macro("into")
#endif
#ifdef OAIWIRE_HELD_intptr_t
#undef OAIWIRE_HELD_intptr_t
#pragma pop_macro("intptr_t")
#endif
#ifdef OAIWIRE_HELD_ints
#undef OAIWIRE_HELD_ints
#pragma pop_macro("ints")
#endif
#ifdef OAIWIRE_HELD_invalid
#undef OAIWIRE_HELD_invalid
#pragma pop_macro("invalid")
#endif
#ifdef OAIWIRE_HELD_inverse
#undef OAIWIRE_HELD_inverse
#pragma pop_macro("inverse")
#endif
#ifdef OAIWIRE_HELD_invocable
#undef OAIWIRE_HELD_invocable
#pragma pop_macro("invocable")
#endif
#ifdef OAIWIRE_HELD_invoke
#undef OAIWIRE_HELD_invoke
#pragma pop_macro("invoke")
#endif
#ifdef OAIWIRE_HELD_invoke_result_t
#undef OAIWIRE_HELD_invoke_result_t
#pragma pop_macro("invoke_result_t")
#endif
#ifdef OAIWIRE_HELD_ioctlsocket
#undef OAIWIRE_HELD_ioctlsocket
#pragma pop_macro("ioctlsocket")
#endif
#ifdef OAIWIRE_HELD_ios
#undef OAIWIRE_HELD_ios
#pragma pop_macro("ios")
#endif
#ifdef OAIWIRE_HELD_iostate
#undef OAIWIRE_HELD_iostate
#pragma pop_macro("iostate")
#endif
#ifdef OAIWIRE_HELD_iostream
#undef OAIWIRE_HELD_iostream
#pragma pop_macro("iostream")
#endif
#ifdef OAIWIRE_HELD_iota
#undef OAIWIRE_HELD_iota
#pragma pop_macro("iota")
#endif
#ifdef OAIWIRE_HELD_ip
#undef OAIWIRE_HELD_ip
#pragma pop_macro("ip")
#endif
#ifdef OAIWIRE_HELD_is
#undef OAIWIRE_HELD_is
#pragma pop_macro("is")
#endif
#ifdef OAIWIRE_HELD_is_aggregate_v
#undef OAIWIRE_HELD_is_aggregate_v
#pragma pop_macro("is_aggregate_v")
#endif
#ifdef OAIWIRE_HELD_is_arithmetic_v
#undef OAIWIRE_HELD_is_arithmetic_v
#pragma pop_macro("is_arithmetic_v")
#endif
#ifdef OAIWIRE_HELD_is_array_v
#undef OAIWIRE_HELD_is_array_v
#pragma pop_macro("is_array_v")
#endif
#ifdef OAIWIRE_HELD_is_assignable_v
#undef OAIWIRE_HELD_is_assignable_v
#pragma pop_macro("is_assignable_v")
#endif
#ifdef OAIWIRE_HELD_is_base_of_v
#undef OAIWIRE_HELD_is_base_of_v
#pragma pop_macro("is_base_of_v")
#endif
#ifdef OAIWIRE_HELD_is_class_v
#undef OAIWIRE_HELD_is_class_v
#pragma pop_macro("is_class_v")
#endif
#ifdef OAIWIRE_HELD_is_constructible_v
#undef OAIWIRE_HELD_is_constructible_v
#pragma pop_macro("is_constructible_v")
#endif
#ifdef OAIWIRE_HELD_is_convertible_v
#undef OAIWIRE_HELD_is_convertible_v
#pragma pop_macro("is_convertible_v")
#endif
#ifdef OAIWIRE_HELD_is_default_constructible_v
#undef OAIWIRE_HELD_is_default_constructible_v
#pragma pop_macro("is_default_constructible_v")
#endif
#ifdef OAIWIRE_HELD_is_empty_v
#undef OAIWIRE_HELD_is_empty_v
#pragma pop_macro("is_empty_v")
#endif
#ifdef OAIWIRE_HELD_is_enum_v
#undef OAIWIRE_HELD_is_enum_v
#pragma pop_macro("is_enum_v")
#endif
#ifdef OAIWIRE_HELD_is_eq
#undef OAIWIRE_HELD_is_eq
#pragma pop_macro("is_eq")
#endif
#ifdef OAIWIRE_HELD_is_floating_point_v
#undef OAIWIRE_HELD_is_floating_point_v
#pragma pop_macro("is_floating_point_v")
#endif
#ifdef OAIWIRE_HELD_is_gt
#undef OAIWIRE_HELD_is_gt
#pragma pop_macro("is_gt")
#endif
#ifdef OAIWIRE_HELD_is_gteq
#undef OAIWIRE_HELD_is_gteq
#pragma pop_macro("is_gteq")
#endif
#ifdef OAIWIRE_HELD_is_integral_v
#undef OAIWIRE_HELD_is_integral_v
#pragma pop_macro("is_integral_v")
#endif
#ifdef OAIWIRE_HELD_is_invocable_r_v
#undef OAIWIRE_HELD_is_invocable_r_v
#pragma pop_macro("is_invocable_r_v")
#endif
#ifdef OAIWIRE_HELD_is_invocable_v
#undef OAIWIRE_HELD_is_invocable_v
#pragma pop_macro("is_invocable_v")
#endif
#ifdef OAIWIRE_HELD_is_lt
#undef OAIWIRE_HELD_is_lt
#pragma pop_macro("is_lt")
#endif
#ifdef OAIWIRE_HELD_is_move_assignable_v
#undef OAIWIRE_HELD_is_move_assignable_v
#pragma pop_macro("is_move_assignable_v")
#endif
#ifdef OAIWIRE_HELD_is_nothrow_default_constructible_v
#undef OAIWIRE_HELD_is_nothrow_default_constructible_v
#pragma pop_macro("is_nothrow_default_constructible_v")
#endif
#ifdef OAIWIRE_HELD_is_nothrow_move_assignable_v
#undef OAIWIRE_HELD_is_nothrow_move_assignable_v
#pragma pop_macro("is_nothrow_move_assignable_v")
#endif
#ifdef OAIWIRE_HELD_is_nothrow_move_constructible_v
#undef OAIWIRE_HELD_is_nothrow_move_constructible_v
#pragma pop_macro("is_nothrow_move_constructible_v")
#endif
#ifdef OAIWIRE_HELD_is_null
#undef OAIWIRE_HELD_is_null
#pragma pop_macro("is_null")
#endif
#ifdef OAIWIRE_HELD_is_reference_v
#undef OAIWIRE_HELD_is_reference_v
#pragma pop_macro("is_reference_v")
#endif
#ifdef OAIWIRE_HELD_is_same
#undef OAIWIRE_HELD_is_same
#pragma pop_macro("is_same")
#endif
#ifdef OAIWIRE_HELD_is_same_v
#undef OAIWIRE_HELD_is_same_v
#pragma pop_macro("is_same_v")
#endif
#ifdef OAIWIRE_HELD_is_scalar_v
#undef OAIWIRE_HELD_is_scalar_v
#pragma pop_macro("is_scalar_v")
#endif
#ifdef OAIWIRE_HELD_is_signed_v
#undef OAIWIRE_HELD_is_signed_v
#pragma pop_macro("is_signed_v")
#endif
#ifdef OAIWIRE_HELD_is_trivially_copyable_v
#undef OAIWIRE_HELD_is_trivially_copyable_v
#pragma pop_macro("is_trivially_copyable_v")
#endif
#ifdef OAIWIRE_HELD_is_unsigned_v
#undef OAIWIRE_HELD_is_unsigned_v
#pragma pop_macro("is_unsigned_v")
#endif
#ifdef OAIWIRE_HELD_is_valid
#undef OAIWIRE_HELD_is_valid
#pragma pop_macro("is_valid")
#endif
#ifdef OAIWIRE_HELD_is_void_v
#undef OAIWIRE_HELD_is_void_v
#pragma pop_macro("is_void_v")
#endif
#ifdef OAIWIRE_HELD_isalnum
#undef OAIWIRE_HELD_isalnum
#pragma pop_macro("isalnum")
#endif
#ifdef OAIWIRE_HELD_isalpha
#undef OAIWIRE_HELD_isalpha
#pragma pop_macro("isalpha")
#endif
#ifdef OAIWIRE_HELD_isblank
#undef OAIWIRE_HELD_isblank
#pragma pop_macro("isblank")
#endif
#ifdef OAIWIRE_HELD_iscntrl
#undef OAIWIRE_HELD_iscntrl
#pragma pop_macro("iscntrl")
#endif
#ifdef OAIWIRE_HELD_isdigit
#undef OAIWIRE_HELD_isdigit
#pragma pop_macro("isdigit")
#endif
#ifdef OAIWIRE_HELD_isfinite
#undef OAIWIRE_HELD_isfinite
#pragma pop_macro("isfinite")
#endif
#ifdef OAIWIRE_HELD_isgraph
#undef OAIWIRE_HELD_isgraph
#pragma pop_macro("isgraph")
#endif
#ifdef OAIWIRE_HELD_isgreater
#undef OAIWIRE_HELD_isgreater
#pragma pop_macro("isgreater")
#endif
#ifdef OAIWIRE_HELD_isgreaterequal
#undef OAIWIRE_HELD_isgreaterequal
#pragma pop_macro("isgreaterequal")
#endif
#ifdef OAIWIRE_HELD_isinf
#undef OAIWIRE_HELD_isinf
#pragma pop_macro("isinf")
#endif
#ifdef OAIWIRE_HELD_isless
#undef OAIWIRE_HELD_isless
#pragma pop_macro("isless")
#endif
#ifdef OAIWIRE_HELD_islessequal
#undef OAIWIRE_HELD_islessequal
#pragma pop_macro("islessequal")
#endif
#ifdef OAIWIRE_HELD_islessgreater
#undef OAIWIRE_HELD_islessgreater
#pragma pop_macro("islessgreater")
#endif
#ifdef OAIWIRE_HELD_islower
#undef OAIWIRE_HELD_islower
#pragma pop_macro("islower")
#endif
#ifdef OAIWIRE_HELD_isnan
#undef OAIWIRE_HELD_isnan
#pragma pop_macro("isnan")
#endif
#ifdef OAIWIRE_HELD_isnormal
#undef OAIWIRE_HELD_isnormal
#pragma pop_macro("isnormal")
#endif
#ifdef OAIWIRE_HELD_isprint
#undef OAIWIRE_HELD_isprint
#pragma pop_macro("isprint")
#endif
#ifdef OAIWIRE_HELD_ispunct
#undef OAIWIRE_HELD_ispunct
#pragma pop_macro("ispunct")
#endif
#ifdef OAIWIRE_HELD_isspace
#undef OAIWIRE_HELD_isspace
#pragma pop_macro("isspace")
#endif
#ifdef OAIWIRE_HELD_issuer
#undef OAIWIRE_HELD_issuer
#pragma pop_macro("issuer")
#endif
#ifdef OAIWIRE_HELD_istream
#undef OAIWIRE_HELD_istream
#pragma pop_macro("istream")
#endif
#ifdef OAIWIRE_HELD_istringstream
#undef OAIWIRE_HELD_istringstream
#pragma pop_macro("istringstream")
#endif
#ifdef OAIWIRE_HELD_isunordered
#undef OAIWIRE_HELD_isunordered
#pragma pop_macro("isunordered")
#endif
#ifdef OAIWIRE_HELD_isupper
#undef OAIWIRE_HELD_isupper
#pragma pop_macro("isupper")
#endif
#ifdef OAIWIRE_HELD_iswalnum
#undef OAIWIRE_HELD_iswalnum
#pragma pop_macro("iswalnum")
#endif
#ifdef OAIWIRE_HELD_iswalpha
#undef OAIWIRE_HELD_iswalpha
#pragma pop_macro("iswalpha")
#endif
#ifdef OAIWIRE_HELD_iswblank
#undef OAIWIRE_HELD_iswblank
#pragma pop_macro("iswblank")
#endif
#ifdef OAIWIRE_HELD_iswcntrl
#undef OAIWIRE_HELD_iswcntrl
#pragma pop_macro("iswcntrl")
#endif
#ifdef OAIWIRE_HELD_iswctype
#undef OAIWIRE_HELD_iswctype
#pragma pop_macro("iswctype")
#endif
#ifdef OAIWIRE_HELD_iswdigit
#undef OAIWIRE_HELD_iswdigit
#pragma pop_macro("iswdigit")
#endif
#ifdef OAIWIRE_HELD_iswgraph
#undef OAIWIRE_HELD_iswgraph
#pragma pop_macro("iswgraph")
#endif
#ifdef OAIWIRE_HELD_iswlower
#undef OAIWIRE_HELD_iswlower
#pragma pop_macro("iswlower")
#endif
#ifdef OAIWIRE_HELD_iswprint
#undef OAIWIRE_HELD_iswprint
#pragma pop_macro("iswprint")
#endif
#ifdef OAIWIRE_HELD_iswpunct
#undef OAIWIRE_HELD_iswpunct
#pragma pop_macro("iswpunct")
#endif
#ifdef OAIWIRE_HELD_iswspace
#undef OAIWIRE_HELD_iswspace
#pragma pop_macro("iswspace")
#endif
#ifdef OAIWIRE_HELD_iswupper
#undef OAIWIRE_HELD_iswupper
#pragma pop_macro("iswupper")
#endif
#ifdef OAIWIRE_HELD_iswxdigit
#undef OAIWIRE_HELD_iswxdigit
#pragma pop_macro("iswxdigit")
#endif
#ifdef OAIWIRE_HELD_isxdigit
#undef OAIWIRE_HELD_isxdigit
#pragma pop_macro("isxdigit")
#endif
#ifdef OAIWIRE_HELD_item
#undef OAIWIRE_HELD_item
#pragma pop_macro("item")
#endif
#ifdef OAIWIRE_HELD_items
#undef OAIWIRE_HELD_items
#pragma pop_macro("items")
#endif
#ifdef OAIWIRE_HELD_iter
#undef OAIWIRE_HELD_iter
#pragma pop_macro("iter")
#endif
#ifdef OAIWIRE_HELD_iter_swap
#undef OAIWIRE_HELD_iter_swap
#pragma pop_macro("iter_swap")
#endif
#ifdef OAIWIRE_HELD_iter_value_t
#undef OAIWIRE_HELD_iter_value_t
#pragma pop_macro("iter_value_t")
#endif
#ifdef OAIWIRE_HELD_iterator
#undef OAIWIRE_HELD_iterator
#pragma pop_macro("iterator")
#endif
#ifdef OAIWIRE_HELD_iterator_traits
#undef OAIWIRE_HELD_iterator_traits
#pragma pop_macro("iterator_traits")
#endif
#ifdef OAIWIRE_HELD_iword
#undef OAIWIRE_HELD_iword
#pragma pop_macro("iword")
#endif
#ifdef OAIWIRE_HELD_j
#undef OAIWIRE_HELD_j
#pragma pop_macro("j")
#endif
#ifdef OAIWIRE_HELD_jitter
#undef OAIWIRE_HELD_jitter
#pragma pop_macro("jitter")
#endif
#ifdef OAIWIRE_HELD_job
#undef OAIWIRE_HELD_job
#pragma pop_macro("job")
#endif
#ifdef OAIWIRE_HELD_join
#undef OAIWIRE_HELD_join
#pragma pop_macro("join")
#endif
#ifdef OAIWIRE_HELD_joinable
#undef OAIWIRE_HELD_joinable
#pragma pop_macro("joinable")
#endif
#ifdef OAIWIRE_HELD_joined
#undef OAIWIRE_HELD_joined
#pragma pop_macro("joined")
#endif
#ifdef OAIWIRE_HELD_joiner
#undef OAIWIRE_HELD_joiner
#pragma pop_macro("joiner")
#endif
#ifdef OAIWIRE_HELD_jpeg
#undef OAIWIRE_HELD_jpeg
#pragma pop_macro("jpeg")
#endif
#ifdef OAIWIRE_HELD_json
#undef OAIWIRE_HELD_json
#pragma pop_macro("json")
#endif
#ifdef OAIWIRE_HELD_jsonl
#undef OAIWIRE_HELD_jsonl
#pragma pop_macro("jsonl")
#endif
#ifdef OAIWIRE_HELD_jthread
#undef OAIWIRE_HELD_jthread
#pragma pop_macro("jthread")
#endif
#ifdef OAIWIRE_HELD_judge
#undef OAIWIRE_HELD_judge
#pragma pop_macro("judge")
#endif
#ifdef OAIWIRE_HELD_k
#undef OAIWIRE_HELD_k
#pragma pop_macro("k")
#endif
#ifdef OAIWIRE_HELD_keep
#undef OAIWIRE_HELD_keep
#pragma pop_macro("keep")
#endif
#ifdef OAIWIRE_HELD_keeps
#undef OAIWIRE_HELD_keeps
#pragma pop_macro("keeps")
#endif
#ifdef OAIWIRE_HELD_kept
#undef OAIWIRE_HELD_kept
#pragma pop_macro("kept")
#endif
#ifdef OAIWIRE_HELD_key
#undef OAIWIRE_HELD_key
#pragma pop_macro("key")
#endif
#ifdef OAIWIRE_HELD_key_type
#undef OAIWIRE_HELD_key_type
#pragma pop_macro("key_type")
#endif
#ifdef OAIWIRE_HELD_keys
#undef OAIWIRE_HELD_keys
#pragma pop_macro("keys")
#endif
#ifdef OAIWIRE_HELD_keyword
#undef OAIWIRE_HELD_keyword
#pragma pop_macro("keyword")
#endif
#ifdef OAIWIRE_HELD_keywords
#undef OAIWIRE_HELD_keywords
#pragma pop_macro("keywords")
#endif
#ifdef OAIWIRE_HELD_kilo
#undef OAIWIRE_HELD_kilo
#pragma pop_macro("kilo")
#endif
#ifdef OAIWIRE_HELD_kind
#undef OAIWIRE_HELD_kind
#pragma pop_macro("kind")
#endif
#ifdef OAIWIRE_HELD_kinds
#undef OAIWIRE_HELD_kinds
#pragma pop_macro("kinds")
#endif
#ifdef OAIWIRE_HELD_know
#undef OAIWIRE_HELD_know
#pragma pop_macro("know")
#endif
#ifdef OAIWIRE_HELD_known
#undef OAIWIRE_HELD_known
#pragma pop_macro("known")
#endif
#ifdef OAIWIRE_HELD_l
#undef OAIWIRE_HELD_l
#pragma pop_macro("l")
#endif
#ifdef OAIWIRE_HELD_label
#undef OAIWIRE_HELD_label
#pragma pop_macro("label")
#endif
#ifdef OAIWIRE_HELD_labelled
#undef OAIWIRE_HELD_labelled
#pragma pop_macro("labelled")
#endif
#ifdef OAIWIRE_HELD_labels
#undef OAIWIRE_HELD_labels
#pragma pop_macro("labels")
#endif
#ifdef OAIWIRE_HELD_labs
#undef OAIWIRE_HELD_labs
#pragma pop_macro("labs")
#endif
#ifdef OAIWIRE_HELD_laguerre
#undef OAIWIRE_HELD_laguerre
#pragma pop_macro("laguerre")
#endif
#ifdef OAIWIRE_HELD_laguerref
#undef OAIWIRE_HELD_laguerref
#pragma pop_macro("laguerref")
#endif
#ifdef OAIWIRE_HELD_laguerrel
#undef OAIWIRE_HELD_laguerrel
#pragma pop_macro("laguerrel")
#endif
#ifdef OAIWIRE_HELD_lambda
#undef OAIWIRE_HELD_lambda
#pragma pop_macro("lambda")
#endif
#ifdef OAIWIRE_HELD_lane
#undef OAIWIRE_HELD_lane
#pragma pop_macro("lane")
#endif
#ifdef OAIWIRE_HELD_lanes
#undef OAIWIRE_HELD_lanes
#pragma pop_macro("lanes")
#endif
#ifdef OAIWIRE_HELD_language
#undef OAIWIRE_HELD_language
#pragma pop_macro("language")
#endif
#ifdef OAIWIRE_HELD_languages
#undef OAIWIRE_HELD_languages
#pragma pop_macro("languages")
#endif
#ifdef OAIWIRE_HELD_large
#undef OAIWIRE_HELD_large
#pragma pop_macro("large")
#endif
#ifdef OAIWIRE_HELD_larger
#undef OAIWIRE_HELD_larger
#pragma pop_macro("larger")
#endif
#ifdef OAIWIRE_HELD_largest
#undef OAIWIRE_HELD_largest
#pragma pop_macro("largest")
#endif
#ifdef OAIWIRE_HELD_lark
#undef OAIWIRE_HELD_lark
#pragma pop_macro("lark")
#endif
#ifdef OAIWIRE_HELD_last
#undef OAIWIRE_HELD_last
#pragma pop_macro("last")
#endif
#ifdef OAIWIRE_HELD_late
#undef OAIWIRE_HELD_late
#pragma pop_macro("late")
#endif
#ifdef OAIWIRE_HELD_latest
#undef OAIWIRE_HELD_latest
#pragma pop_macro("latest")
#endif
#ifdef OAIWIRE_HELD_launder
#undef OAIWIRE_HELD_launder
#pragma pop_macro("launder")
#endif
#ifdef OAIWIRE_HELD_layout
#undef OAIWIRE_HELD_layout
#pragma pop_macro("layout")
#endif
#ifdef OAIWIRE_HELD_lcm
#undef OAIWIRE_HELD_lcm
#pragma pop_macro("lcm")
#endif
#ifdef OAIWIRE_HELD_lconv
#undef OAIWIRE_HELD_lconv
#pragma pop_macro("lconv")
#endif
#ifdef OAIWIRE_HELD_ldexp
#undef OAIWIRE_HELD_ldexp
#pragma pop_macro("ldexp")
#endif
#ifdef OAIWIRE_HELD_ldexpf
#undef OAIWIRE_HELD_ldexpf
#pragma pop_macro("ldexpf")
#endif
#ifdef OAIWIRE_HELD_ldexpl
#undef OAIWIRE_HELD_ldexpl
#pragma pop_macro("ldexpl")
#endif
#ifdef OAIWIRE_HELD_ldiv
#undef OAIWIRE_HELD_ldiv
#pragma pop_macro("ldiv")
#endif
#ifdef OAIWIRE_HELD_lead
#undef OAIWIRE_HELD_lead
#pragma pop_macro("lead")
#endif
#ifdef OAIWIRE_HELD_leading
#undef OAIWIRE_HELD_leading
#pragma pop_macro("leading")
#endif
#ifdef OAIWIRE_HELD_leaf
#undef OAIWIRE_HELD_leaf
#pragma pop_macro("leaf")
#endif
#ifdef OAIWIRE_HELD_leap
#undef OAIWIRE_HELD_leap
#pragma pop_macro("leap")
#endif
#ifdef OAIWIRE_HELD_learn
#undef OAIWIRE_HELD_learn
#pragma pop_macro("learn")
#endif
#ifdef OAIWIRE_HELD_learns
#undef OAIWIRE_HELD_learns
#pragma pop_macro("learns")
#endif
#ifdef OAIWIRE_HELD_least
#undef OAIWIRE_HELD_least
#pragma pop_macro("least")
#endif
#ifdef OAIWIRE_HELD_leave
#undef OAIWIRE_HELD_leave
#pragma pop_macro("leave")
#endif
#ifdef OAIWIRE_HELD_leaves
#undef OAIWIRE_HELD_leaves
#pragma pop_macro("leaves")
#endif
#ifdef OAIWIRE_HELD_left
#undef OAIWIRE_HELD_left
#pragma pop_macro("left")
#endif
#ifdef OAIWIRE_HELD_leftover
#undef OAIWIRE_HELD_leftover
#pragma pop_macro("leftover")
#endif
#ifdef OAIWIRE_HELD_legacy
#undef OAIWIRE_HELD_legacy
#pragma pop_macro("legacy")
#endif
#ifdef OAIWIRE_HELD_legendre
#undef OAIWIRE_HELD_legendre
#pragma pop_macro("legendre")
#endif
#ifdef OAIWIRE_HELD_legendref
#undef OAIWIRE_HELD_legendref
#pragma pop_macro("legendref")
#endif
#ifdef OAIWIRE_HELD_legendrel
#undef OAIWIRE_HELD_legendrel
#pragma pop_macro("legendrel")
#endif
#ifdef OAIWIRE_HELD_lend
#undef OAIWIRE_HELD_lend
#pragma pop_macro("lend")
#endif
#ifdef OAIWIRE_HELD_lends
#undef OAIWIRE_HELD_lends
#pragma pop_macro("lends")
#endif
#ifdef OAIWIRE_HELD_length
#undef OAIWIRE_HELD_length
#pragma pop_macro("length")
#endif
#ifdef OAIWIRE_HELD_length_error
#undef OAIWIRE_HELD_length_error
#pragma pop_macro("length_error")
#endif
#ifdef OAIWIRE_HELD_lengths
#undef OAIWIRE_HELD_lengths
#pragma pop_macro("lengths")
#endif
#ifdef OAIWIRE_HELD_lenient
#undef OAIWIRE_HELD_lenient
#pragma pop_macro("lenient")
#endif
#ifdef OAIWIRE_HELD_lent
#undef OAIWIRE_HELD_lent
#pragma pop_macro("lent")
#endif
#ifdef OAIWIRE_HELD_lerp
#undef OAIWIRE_HELD_lerp
#pragma pop_macro("lerp")
#endif
#ifdef OAIWIRE_HELD_less
#undef OAIWIRE_HELD_less
#pragma pop_macro("less")
#endif
#ifdef OAIWIRE_HELD_letter
#undef OAIWIRE_HELD_letter
#pragma pop_macro("letter")
#endif
#ifdef OAIWIRE_HELD_letters
#undef OAIWIRE_HELD_letters
#pragma pop_macro("letters")
#endif
#ifdef OAIWIRE_HELD_level
#undef OAIWIRE_HELD_level
#pragma pop_macro("level")
#endif
#ifdef OAIWIRE_HELD_levels
#undef OAIWIRE_HELD_levels
#pragma pop_macro("levels")
#endif
#ifdef OAIWIRE_HELD_lexicographical_compare
#undef OAIWIRE_HELD_lexicographical_compare
#pragma pop_macro("lexicographical_compare")
#endif
#ifdef OAIWIRE_HELD_lf
#undef OAIWIRE_HELD_lf
#pragma pop_macro("lf")
#endif
#ifdef OAIWIRE_HELD_lgamma
#undef OAIWIRE_HELD_lgamma
#pragma pop_macro("lgamma")
#endif
#ifdef OAIWIRE_HELD_lgammaf
#undef OAIWIRE_HELD_lgammaf
#pragma pop_macro("lgammaf")
#endif
#ifdef OAIWIRE_HELD_lgammal
#undef OAIWIRE_HELD_lgammal
#pragma pop_macro("lgammal")
#endif
#ifdef OAIWIRE_HELD_life
#undef OAIWIRE_HELD_life
#pragma pop_macro("life")
#endif
#ifdef OAIWIRE_HELD_lifecycle
#undef OAIWIRE_HELD_lifecycle
#pragma pop_macro("lifecycle")
#endif
#ifdef OAIWIRE_HELD_lifetime
#undef OAIWIRE_HELD_lifetime
#pragma pop_macro("lifetime")
#endif
#ifdef OAIWIRE_HELD_like
#undef OAIWIRE_HELD_like
#pragma pop_macro("like")
#endif
#ifdef OAIWIRE_HELD_likely
#undef OAIWIRE_HELD_likely
#pragma pop_macro("likely")
#endif
#ifdef OAIWIRE_HELD_limb
#undef OAIWIRE_HELD_limb
#pragma pop_macro("limb")
#endif
#ifdef OAIWIRE_HELD_limbs
#undef OAIWIRE_HELD_limbs
#pragma pop_macro("limbs")
#endif
#ifdef OAIWIRE_HELD_limit
#undef OAIWIRE_HELD_limit
#pragma pop_macro("limit")
#endif
#ifdef OAIWIRE_HELD_limits
#undef OAIWIRE_HELD_limits
#pragma pop_macro("limits")
#endif
#ifdef OAIWIRE_HELD_line
#undef OAIWIRE_HELD_line
#pragma pop_macro("line")
#endif
#ifdef OAIWIRE_HELD_linear_congruential_engine
#undef OAIWIRE_HELD_linear_congruential_engine
#pragma pop_macro("linear_congruential_engine")
#endif
#ifdef OAIWIRE_HELD_lines
#undef OAIWIRE_HELD_lines
#pragma pop_macro("lines")
#endif
#ifdef OAIWIRE_HELD_lingering
#undef OAIWIRE_HELD_lingering
#pragma pop_macro("lingering")
#endif
#ifdef OAIWIRE_HELD_lingers
#undef OAIWIRE_HELD_lingers
#pragma pop_macro("lingers")
#endif
#ifdef OAIWIRE_HELD_link
#undef OAIWIRE_HELD_link
#pragma pop_macro("link")
#endif
#ifdef OAIWIRE_HELD_links
#undef OAIWIRE_HELD_links
#pragma pop_macro("links")
#endif
#ifdef OAIWIRE_HELD_list
#undef OAIWIRE_HELD_list
#pragma pop_macro("list")
#endif
#ifdef OAIWIRE_HELD_listed
#undef OAIWIRE_HELD_listed
#pragma pop_macro("listed")
#endif
#ifdef OAIWIRE_HELD_listen
#undef OAIWIRE_HELD_listen
#pragma pop_macro("listen")
#endif
#ifdef OAIWIRE_HELD_listener
#undef OAIWIRE_HELD_listener
#pragma pop_macro("listener")
#endif
#ifdef OAIWIRE_HELD_listeners
#undef OAIWIRE_HELD_listeners
#pragma pop_macro("listeners")
#endif
#ifdef OAIWIRE_HELD_listing
#undef OAIWIRE_HELD_listing
#pragma pop_macro("listing")
#endif
#ifdef OAIWIRE_HELD_lists
#undef OAIWIRE_HELD_lists
#pragma pop_macro("lists")
#endif
#ifdef OAIWIRE_HELD_litellm
#undef OAIWIRE_HELD_litellm
#pragma pop_macro("litellm")
#endif
#ifdef OAIWIRE_HELD_literal
#undef OAIWIRE_HELD_literal
#pragma pop_macro("literal")
#endif
#ifdef OAIWIRE_HELD_literals
#undef OAIWIRE_HELD_literals
#pragma pop_macro("literals")
#endif
#ifdef OAIWIRE_HELD_little
#undef OAIWIRE_HELD_little
#pragma pop_macro("little")
#endif
#ifdef OAIWIRE_HELD_llabs
#undef OAIWIRE_HELD_llabs
#pragma pop_macro("llabs")
#endif
#ifdef OAIWIRE_HELD_lldiv
#undef OAIWIRE_HELD_lldiv
#pragma pop_macro("lldiv")
#endif
#ifdef OAIWIRE_HELD_llrint
#undef OAIWIRE_HELD_llrint
#pragma pop_macro("llrint")
#endif
#ifdef OAIWIRE_HELD_llrintf
#undef OAIWIRE_HELD_llrintf
#pragma pop_macro("llrintf")
#endif
#ifdef OAIWIRE_HELD_llrintl
#undef OAIWIRE_HELD_llrintl
#pragma pop_macro("llrintl")
#endif
#ifdef OAIWIRE_HELD_llround
#undef OAIWIRE_HELD_llround
#pragma pop_macro("llround")
#endif
#ifdef OAIWIRE_HELD_llroundf
#undef OAIWIRE_HELD_llroundf
#pragma pop_macro("llroundf")
#endif
#ifdef OAIWIRE_HELD_llroundl
#undef OAIWIRE_HELD_llroundl
#pragma pop_macro("llroundl")
#endif
#ifdef OAIWIRE_HELD_load
#undef OAIWIRE_HELD_load
#pragma pop_macro("load")
#endif
#ifdef OAIWIRE_HELD_localai
#undef OAIWIRE_HELD_localai
#pragma pop_macro("localai")
#endif
#ifdef OAIWIRE_HELD_locale
#undef OAIWIRE_HELD_locale
#pragma pop_macro("locale")
#endif
#ifdef OAIWIRE_HELD_localeconv
#undef OAIWIRE_HELD_localeconv
#pragma pop_macro("localeconv")
#endif
#ifdef OAIWIRE_HELD_localtime
#undef OAIWIRE_HELD_localtime
#pragma pop_macro("localtime")
#endif
#ifdef OAIWIRE_HELD_locate
#undef OAIWIRE_HELD_locate
#pragma pop_macro("locate")
#endif
#ifdef OAIWIRE_HELD_location
#undef OAIWIRE_HELD_location
#pragma pop_macro("location")
#endif
#ifdef OAIWIRE_HELD_lock
#undef OAIWIRE_HELD_lock
#pragma pop_macro("lock")
#endif
#ifdef OAIWIRE_HELD_lock_guard
#undef OAIWIRE_HELD_lock_guard
#pragma pop_macro("lock_guard")
#endif
#ifdef OAIWIRE_HELD_locked
#undef OAIWIRE_HELD_locked
#pragma pop_macro("locked")
#endif
#ifdef OAIWIRE_HELD_log
#undef OAIWIRE_HELD_log
#pragma pop_macro("log")
#endif
#ifdef OAIWIRE_HELD_log10
#undef OAIWIRE_HELD_log10
#pragma pop_macro("log10")
#endif
#ifdef OAIWIRE_HELD_log1p
#undef OAIWIRE_HELD_log1p
#pragma pop_macro("log1p")
#endif
#ifdef OAIWIRE_HELD_log1pf
#undef OAIWIRE_HELD_log1pf
#pragma pop_macro("log1pf")
#endif
#ifdef OAIWIRE_HELD_log1pl
#undef OAIWIRE_HELD_log1pl
#pragma pop_macro("log1pl")
#endif
#ifdef OAIWIRE_HELD_log2
#undef OAIWIRE_HELD_log2
#pragma pop_macro("log2")
#endif
#ifdef OAIWIRE_HELD_log2f
#undef OAIWIRE_HELD_log2f
#pragma pop_macro("log2f")
#endif
#ifdef OAIWIRE_HELD_log2l
#undef OAIWIRE_HELD_log2l
#pragma pop_macro("log2l")
#endif
#ifdef OAIWIRE_HELD_logb
#undef OAIWIRE_HELD_logb
#pragma pop_macro("logb")
#endif
#ifdef OAIWIRE_HELD_logbf
#undef OAIWIRE_HELD_logbf
#pragma pop_macro("logbf")
#endif
#ifdef OAIWIRE_HELD_logbl
#undef OAIWIRE_HELD_logbl
#pragma pop_macro("logbl")
#endif
#ifdef OAIWIRE_HELD_logf
#undef OAIWIRE_HELD_logf
#pragma pop_macro("logf")
#endif
#ifdef OAIWIRE_HELD_logl
#undef OAIWIRE_HELD_logl
#pragma pop_macro("logl")
#endif
#ifdef OAIWIRE_HELD_logprob
#undef OAIWIRE_HELD_logprob
#pragma pop_macro("logprob")
#endif
#ifdef OAIWIRE_HELD_logprobs
#undef OAIWIRE_HELD_logprobs
#pragma pop_macro("logprobs")
#endif
#ifdef OAIWIRE_HELD_logs
#undef OAIWIRE_HELD_logs
#pragma pop_macro("logs")
#endif
#ifdef OAIWIRE_HELD_lone
#undef OAIWIRE_HELD_lone
#pragma pop_macro("lone")
#endif
#ifdef OAIWIRE_HELD_long
#undef OAIWIRE_HELD_long
#pragma pop_macro("long")
#endif
#ifdef OAIWIRE_HELD_longer
#undef OAIWIRE_HELD_longer
#pragma pop_macro("longer")
#endif
#ifdef OAIWIRE_HELD_longest
#undef OAIWIRE_HELD_longest
#pragma pop_macro("longest")
#endif
#ifdef OAIWIRE_HELD_longjmp
#undef OAIWIRE_HELD_longjmp
#pragma pop_macro("longjmp")
#endif
#ifdef OAIWIRE_HELD_longs
#undef OAIWIRE_HELD_longs
#pragma pop_macro("longs")
#endif
#ifdef OAIWIRE_HELD_look
#undef OAIWIRE_HELD_look
#pragma pop_macro("look")
#endif
#ifdef OAIWIRE_HELD_lookahead
#undef OAIWIRE_HELD_lookahead
#pragma pop_macro("lookahead")
#endif
#ifdef OAIWIRE_HELD_looked
#undef OAIWIRE_HELD_looked
#pragma pop_macro("looked")
#endif
#ifdef OAIWIRE_HELD_lookup
#undef OAIWIRE_HELD_lookup
#pragma pop_macro("lookup")
#endif
#ifdef OAIWIRE_HELD_loopback
#undef OAIWIRE_HELD_loopback
#pragma pop_macro("loopback")
#endif
#ifdef OAIWIRE_HELD_loose
#undef OAIWIRE_HELD_loose
#pragma pop_macro("loose")
#endif
#ifdef OAIWIRE_HELD_lose
#undef OAIWIRE_HELD_lose
#pragma pop_macro("lose")
#endif
#ifdef OAIWIRE_HELD_lost
#undef OAIWIRE_HELD_lost
#pragma pop_macro("lost")
#endif
#ifdef OAIWIRE_HELD_low
#undef OAIWIRE_HELD_low
#pragma pop_macro("low")
#endif
#ifdef OAIWIRE_HELD_lower
#undef OAIWIRE_HELD_lower
#pragma pop_macro("lower")
#endif
#ifdef OAIWIRE_HELD_lower_bound
#undef OAIWIRE_HELD_lower_bound
#pragma pop_macro("lower_bound")
#endif
#ifdef OAIWIRE_HELD_lowest
#undef OAIWIRE_HELD_lowest
#pragma pop_macro("lowest")
#endif
#ifdef OAIWIRE_HELD_lows
#undef OAIWIRE_HELD_lows
#pragma pop_macro("lows")
#endif
#ifdef OAIWIRE_HELD_lrint
#undef OAIWIRE_HELD_lrint
#pragma pop_macro("lrint")
#endif
#ifdef OAIWIRE_HELD_lrintf
#undef OAIWIRE_HELD_lrintf
#pragma pop_macro("lrintf")
#endif
#ifdef OAIWIRE_HELD_lrintl
#undef OAIWIRE_HELD_lrintl
#pragma pop_macro("lrintl")
#endif
#ifdef OAIWIRE_HELD_lround
#undef OAIWIRE_HELD_lround
#pragma pop_macro("lround")
#endif
#ifdef OAIWIRE_HELD_lroundf
#undef OAIWIRE_HELD_lroundf
#pragma pop_macro("lroundf")
#endif
#ifdef OAIWIRE_HELD_lroundl
#undef OAIWIRE_HELD_lroundl
#pragma pop_macro("lroundl")
#endif
#ifdef OAIWIRE_HELD_lt
#undef OAIWIRE_HELD_lt
#pragma pop_macro("lt")
#endif
#ifdef OAIWIRE_HELD_m
#undef OAIWIRE_HELD_m
#pragma pop_macro("m")
#endif
#ifdef OAIWIRE_HELD_mac
#undef OAIWIRE_HELD_mac
#pragma pop_macro("mac")
#endif
#ifdef OAIWIRE_HELD_machine
#undef OAIWIRE_HELD_machine
#pragma pop_macro("machine")
#endif
#ifdef OAIWIRE_HELD_made
#undef OAIWIRE_HELD_made
#pragma pop_macro("made")
#endif
#ifdef OAIWIRE_HELD_magnitude
#undef OAIWIRE_HELD_magnitude
#pragma pop_macro("magnitude")
#endif
#ifdef OAIWIRE_HELD_major
#undef OAIWIRE_HELD_major
#pragma pop_macro("major")
#endif
#ifdef OAIWIRE_HELD_make
#undef OAIWIRE_HELD_make
#pragma pop_macro("make")
#endif
#ifdef OAIWIRE_HELD_make_error
#undef OAIWIRE_HELD_make_error
#pragma pop_macro("make_error")
#endif
#ifdef OAIWIRE_HELD_make_heap
#undef OAIWIRE_HELD_make_heap
#pragma pop_macro("make_heap")
#endif
#ifdef OAIWIRE_HELD_make_index_sequence
#undef OAIWIRE_HELD_make_index_sequence
#pragma pop_macro("make_index_sequence")
#endif
#ifdef OAIWIRE_HELD_make_move_iterator
#undef OAIWIRE_HELD_make_move_iterator
#pragma pop_macro("make_move_iterator")
#endif
#ifdef OAIWIRE_HELD_make_pair
#undef OAIWIRE_HELD_make_pair
#pragma pop_macro("make_pair")
#endif
#ifdef OAIWIRE_HELD_make_shared
#undef OAIWIRE_HELD_make_shared
#pragma pop_macro("make_shared")
#endif
#ifdef OAIWIRE_HELD_make_tuple
#undef OAIWIRE_HELD_make_tuple
#pragma pop_macro("make_tuple")
#endif
#ifdef OAIWIRE_HELD_make_unique
#undef OAIWIRE_HELD_make_unique
#pragma pop_macro("make_unique")
#endif
#ifdef OAIWIRE_HELD_make_unique_for_overwrite
#undef OAIWIRE_HELD_make_unique_for_overwrite
#pragma pop_macro("make_unique_for_overwrite")
#endif
#ifdef OAIWIRE_HELD_malformed
#undef OAIWIRE_HELD_malformed
#pragma pop_macro("malformed")
#endif
#ifdef OAIWIRE_HELD_malloc
#undef OAIWIRE_HELD_malloc
#pragma pop_macro("malloc")
#endif
#ifdef OAIWIRE_HELD_mantissa
#undef OAIWIRE_HELD_mantissa
#pragma pop_macro("mantissa")
#endif
#ifdef OAIWIRE_HELD_many
#undef OAIWIRE_HELD_many
#pragma pop_macro("many")
#endif
#ifdef OAIWIRE_HELD_map
#undef OAIWIRE_HELD_map
#pragma pop_macro("map")
#endif
#ifdef OAIWIRE_HELD_mapped
#undef OAIWIRE_HELD_mapped
#pragma pop_macro("mapped")
#endif
#ifdef OAIWIRE_HELD_mapped_type
#undef OAIWIRE_HELD_mapped_type
#pragma pop_macro("mapped_type")
#endif
#ifdef OAIWIRE_HELD_mark
#undef OAIWIRE_HELD_mark
#pragma pop_macro("mark")
#endif
#ifdef OAIWIRE_HELD_marker
#undef OAIWIRE_HELD_marker
#pragma pop_macro("marker")
#endif
#ifdef OAIWIRE_HELD_markup
#undef OAIWIRE_HELD_markup
#pragma pop_macro("markup")
#endif
#ifdef OAIWIRE_HELD_mask
#undef OAIWIRE_HELD_mask
#pragma pop_macro("mask")
#endif
#ifdef OAIWIRE_HELD_masked
#undef OAIWIRE_HELD_masked
#pragma pop_macro("masked")
#endif
#ifdef OAIWIRE_HELD_masks
#undef OAIWIRE_HELD_masks
#pragma pop_macro("masks")
#endif
#ifdef OAIWIRE_HELD_match
#undef OAIWIRE_HELD_match
#pragma pop_macro("match")
#endif
#ifdef OAIWIRE_HELD_matched
#undef OAIWIRE_HELD_matched
#pragma pop_macro("matched")
#endif
#ifdef OAIWIRE_HELD_matches
#undef OAIWIRE_HELD_matches
#pragma pop_macro("matches")
#endif
#ifdef OAIWIRE_HELD_max
#undef OAIWIRE_HELD_max
#pragma pop_macro("max")
#endif
#ifdef OAIWIRE_HELD_max_align_t
#undef OAIWIRE_HELD_max_align_t
#pragma pop_macro("max_align_t")
#endif
#ifdef OAIWIRE_HELD_max_element
#undef OAIWIRE_HELD_max_element
#pragma pop_macro("max_element")
#endif
#ifdef OAIWIRE_HELD_max_length
#undef OAIWIRE_HELD_max_length
#pragma pop_macro("max_length")
#endif
#ifdef OAIWIRE_HELD_max_size
#undef OAIWIRE_HELD_max_size
#pragma pop_macro("max_size")
#endif
#ifdef OAIWIRE_HELD_maximum
#undef OAIWIRE_HELD_maximum
#pragma pop_macro("maximum")
#endif
#ifdef OAIWIRE_HELD_maybe_unused
#undef OAIWIRE_HELD_maybe_unused
#pragma pop_macro("maybe_unused")
#endif
#ifdef OAIWIRE_HELD_mblen
#undef OAIWIRE_HELD_mblen
#pragma pop_macro("mblen")
#endif
#ifdef OAIWIRE_HELD_mbrlen
#undef OAIWIRE_HELD_mbrlen
#pragma pop_macro("mbrlen")
#endif
#ifdef OAIWIRE_HELD_mbrtoc16
#undef OAIWIRE_HELD_mbrtoc16
#pragma pop_macro("mbrtoc16")
#endif
#ifdef OAIWIRE_HELD_mbrtoc32
#undef OAIWIRE_HELD_mbrtoc32
#pragma pop_macro("mbrtoc32")
#endif
#ifdef OAIWIRE_HELD_mbrtoc8
#undef OAIWIRE_HELD_mbrtoc8
#pragma pop_macro("mbrtoc8")
#endif
#ifdef OAIWIRE_HELD_mbrtowc
#undef OAIWIRE_HELD_mbrtowc
#pragma pop_macro("mbrtowc")
#endif
#ifdef OAIWIRE_HELD_mbsinit
#undef OAIWIRE_HELD_mbsinit
#pragma pop_macro("mbsinit")
#endif
#ifdef OAIWIRE_HELD_mbsnrtowcs
#undef OAIWIRE_HELD_mbsnrtowcs
#pragma pop_macro("mbsnrtowcs")
#endif
#ifdef OAIWIRE_HELD_mbsrtowcs
#undef OAIWIRE_HELD_mbsrtowcs
#pragma pop_macro("mbsrtowcs")
#endif
#ifdef OAIWIRE_HELD_mbstowcs
#undef OAIWIRE_HELD_mbstowcs
#pragma pop_macro("mbstowcs")
#endif
#ifdef OAIWIRE_HELD_mbtowc
#undef OAIWIRE_HELD_mbtowc
#pragma pop_macro("mbtowc")
#endif
#ifdef OAIWIRE_HELD_mcp
#undef OAIWIRE_HELD_mcp
#pragma pop_macro("mcp")
#endif
#ifdef OAIWIRE_HELD_md5
#undef OAIWIRE_HELD_md5
#pragma pop_macro("md5")
#endif
#ifdef OAIWIRE_HELD_mdy
#undef OAIWIRE_HELD_mdy
#pragma pop_macro("mdy")
#endif
#ifdef OAIWIRE_HELD_mean
#undef OAIWIRE_HELD_mean
#pragma pop_macro("mean")
#endif
#ifdef OAIWIRE_HELD_meaning
#undef OAIWIRE_HELD_meaning
#pragma pop_macro("meaning")
#endif
#ifdef OAIWIRE_HELD_meant
#undef OAIWIRE_HELD_meant
#pragma pop_macro("meant")
#endif
#ifdef OAIWIRE_HELD_media
#undef OAIWIRE_HELD_media
#pragma pop_macro("media")
#endif
#ifdef OAIWIRE_HELD_medium
#undef OAIWIRE_HELD_medium
#pragma pop_macro("medium")
#endif
#ifdef OAIWIRE_HELD_mega
#undef OAIWIRE_HELD_mega
#pragma pop_macro("mega")
#endif
#ifdef OAIWIRE_HELD_mem_fn
#undef OAIWIRE_HELD_mem_fn
#pragma pop_macro("mem_fn")
#endif
#ifdef OAIWIRE_HELD_member
#undef OAIWIRE_HELD_member
#pragma pop_macro("member")
#endif
#ifdef OAIWIRE_HELD_members
#undef OAIWIRE_HELD_members
#pragma pop_macro("members")
#endif
#ifdef OAIWIRE_HELD_memchr
#undef OAIWIRE_HELD_memchr
#pragma pop_macro("memchr")
#endif
#ifdef OAIWIRE_HELD_memcmp
#undef OAIWIRE_HELD_memcmp
#pragma pop_macro("memcmp")
#endif
#ifdef OAIWIRE_HELD_memcpy
#undef OAIWIRE_HELD_memcpy
#pragma pop_macro("memcpy")
#endif
#ifdef OAIWIRE_HELD_memmove
#undef OAIWIRE_HELD_memmove
#pragma pop_macro("memmove")
#endif
#ifdef OAIWIRE_HELD_memory
#undef OAIWIRE_HELD_memory
#pragma pop_macro("memory")
#endif
#ifdef OAIWIRE_HELD_memory_order_acquire
#undef OAIWIRE_HELD_memory_order_acquire
#pragma pop_macro("memory_order_acquire")
#endif
#ifdef OAIWIRE_HELD_memory_order_relaxed
#undef OAIWIRE_HELD_memory_order_relaxed
#pragma pop_macro("memory_order_relaxed")
#endif
#ifdef OAIWIRE_HELD_memory_order_release
#undef OAIWIRE_HELD_memory_order_release
#pragma pop_macro("memory_order_release")
#endif
#ifdef OAIWIRE_HELD_memset
#undef OAIWIRE_HELD_memset
#pragma pop_macro("memset")
#endif
#ifdef OAIWIRE_HELD_mended
#undef OAIWIRE_HELD_mended
#pragma pop_macro("mended")
#endif
#ifdef OAIWIRE_HELD_mentions
#undef OAIWIRE_HELD_mentions
#pragma pop_macro("mentions")
#endif
#ifdef OAIWIRE_HELD_merge
#undef OAIWIRE_HELD_merge
#pragma pop_macro("merge")
#endif
#ifdef OAIWIRE_HELD_mergeable
#undef OAIWIRE_HELD_mergeable
#pragma pop_macro("mergeable")
#endif
#ifdef OAIWIRE_HELD_merged
#undef OAIWIRE_HELD_merged
#pragma pop_macro("merged")
#endif
#ifdef OAIWIRE_HELD_message
#undef OAIWIRE_HELD_message
#pragma pop_macro("message")
#endif
#ifdef OAIWIRE_HELD_messages
#undef OAIWIRE_HELD_messages
#pragma pop_macro("messages")
#endif
#ifdef OAIWIRE_HELD_metadata
#undef OAIWIRE_HELD_metadata
#pragma pop_macro("metadata")
#endif
#ifdef OAIWIRE_HELD_meteor
#undef OAIWIRE_HELD_meteor
#pragma pop_macro("meteor")
#endif
#ifdef OAIWIRE_HELD_method
#undef OAIWIRE_HELD_method
#pragma pop_macro("method")
#endif
#ifdef OAIWIRE_HELD_metrics
#undef OAIWIRE_HELD_metrics
#pragma pop_macro("metrics")
#endif
#ifdef OAIWIRE_HELD_micro
#undef OAIWIRE_HELD_micro
#pragma pop_macro("micro")
#endif
#ifdef OAIWIRE_HELD_microseconds
#undef OAIWIRE_HELD_microseconds
#pragma pop_macro("microseconds")
#endif
#ifdef OAIWIRE_HELD_middle
#undef OAIWIRE_HELD_middle
#pragma pop_macro("middle")
#endif
#ifdef OAIWIRE_HELD_midpoint
#undef OAIWIRE_HELD_midpoint
#pragma pop_macro("midpoint")
#endif
#ifdef OAIWIRE_HELD_milli
#undef OAIWIRE_HELD_milli
#pragma pop_macro("milli")
#endif
#ifdef OAIWIRE_HELD_milliseconds
#undef OAIWIRE_HELD_milliseconds
#pragma pop_macro("milliseconds")
#endif
#ifdef OAIWIRE_HELD_min
#undef OAIWIRE_HELD_min
#pragma pop_macro("min")
#endif
#ifdef OAIWIRE_HELD_min_element
#undef OAIWIRE_HELD_min_element
#pragma pop_macro("min_element")
#endif
#ifdef OAIWIRE_HELD_mine
#undef OAIWIRE_HELD_mine
#pragma pop_macro("mine")
#endif
#ifdef OAIWIRE_HELD_minimal
#undef OAIWIRE_HELD_minimal
#pragma pop_macro("minimal")
#endif
#ifdef OAIWIRE_HELD_minimum
#undef OAIWIRE_HELD_minimum
#pragma pop_macro("minimum")
#endif
#ifdef OAIWIRE_HELD_minmax
#undef OAIWIRE_HELD_minmax
#pragma pop_macro("minmax")
#endif
#ifdef OAIWIRE_HELD_minor
#undef OAIWIRE_HELD_minor
#pragma pop_macro("minor")
#endif
#ifdef OAIWIRE_HELD_minus
#undef OAIWIRE_HELD_minus
#pragma pop_macro("minus")
#endif
#ifdef OAIWIRE_HELD_minute
#undef OAIWIRE_HELD_minute
#pragma pop_macro("minute")
#endif
#ifdef OAIWIRE_HELD_minutes
#undef OAIWIRE_HELD_minutes
#pragma pop_macro("minutes")
#endif
#ifdef OAIWIRE_HELD_misalignment
#undef OAIWIRE_HELD_misalignment
#pragma pop_macro("misalignment")
#endif
#ifdef OAIWIRE_HELD_misfit
#undef OAIWIRE_HELD_misfit
#pragma pop_macro("misfit")
#endif
#ifdef OAIWIRE_HELD_mismatch
#undef OAIWIRE_HELD_mismatch
#pragma pop_macro("mismatch")
#endif
#ifdef OAIWIRE_HELD_misplaced
#undef OAIWIRE_HELD_misplaced
#pragma pop_macro("misplaced")
#endif
#ifdef OAIWIRE_HELD_miss
#undef OAIWIRE_HELD_miss
#pragma pop_macro("miss")
#endif
#ifdef OAIWIRE_HELD_missing
#undef OAIWIRE_HELD_missing
#pragma pop_macro("missing")
#endif
#ifdef OAIWIRE_HELD_mistral
#undef OAIWIRE_HELD_mistral
#pragma pop_macro("mistral")
#endif
#ifdef OAIWIRE_HELD_mistyped
#undef OAIWIRE_HELD_mistyped
#pragma pop_macro("mistyped")
#endif
#ifdef OAIWIRE_HELD_mix
#undef OAIWIRE_HELD_mix
#pragma pop_macro("mix")
#endif
#ifdef OAIWIRE_HELD_mktime
#undef OAIWIRE_HELD_mktime
#pragma pop_macro("mktime")
#endif
#ifdef OAIWIRE_HELD_modalities
#undef OAIWIRE_HELD_modalities
#pragma pop_macro("modalities")
#endif
#ifdef OAIWIRE_HELD_mode
#undef OAIWIRE_HELD_mode
#pragma pop_macro("mode")
#endif
#ifdef OAIWIRE_HELD_model
#undef OAIWIRE_HELD_model
#pragma pop_macro("model")
#endif
#ifdef OAIWIRE_HELD_models
#undef OAIWIRE_HELD_models
#pragma pop_macro("models")
#endif
#ifdef OAIWIRE_HELD_moderation
#undef OAIWIRE_HELD_moderation
#pragma pop_macro("moderation")
#endif
#ifdef OAIWIRE_HELD_moderations
#undef OAIWIRE_HELD_moderations
#pragma pop_macro("moderations")
#endif
#ifdef OAIWIRE_HELD_modf
#undef OAIWIRE_HELD_modf
#pragma pop_macro("modf")
#endif
#ifdef OAIWIRE_HELD_modff
#undef OAIWIRE_HELD_modff
#pragma pop_macro("modff")
#endif
#ifdef OAIWIRE_HELD_modfl
#undef OAIWIRE_HELD_modfl
#pragma pop_macro("modfl")
#endif
#ifdef OAIWIRE_HELD_modulus
#undef OAIWIRE_HELD_modulus
#pragma pop_macro("modulus")
#endif
#ifdef OAIWIRE_HELD_monetary
#undef OAIWIRE_HELD_monetary
#pragma pop_macro("monetary")
#endif
#ifdef OAIWIRE_HELD_moneypunct
#undef OAIWIRE_HELD_moneypunct
#pragma pop_macro("moneypunct")
#endif
#ifdef OAIWIRE_HELD_monostate
#undef OAIWIRE_HELD_monostate
#pragma pop_macro("monostate")
#endif
#ifdef OAIWIRE_HELD_month
#undef OAIWIRE_HELD_month
#pragma pop_macro("month")
#endif
#ifdef OAIWIRE_HELD_months
#undef OAIWIRE_HELD_months
#pragma pop_macro("months")
#endif
#ifdef OAIWIRE_HELD_moonshot
#undef OAIWIRE_HELD_moonshot
#pragma pop_macro("moonshot")
#endif
#ifdef OAIWIRE_HELD_more
#undef OAIWIRE_HELD_more
#pragma pop_macro("more")
#endif
#ifdef OAIWIRE_HELD_most
#undef OAIWIRE_HELD_most
#pragma pop_macro("most")
#endif
#ifdef OAIWIRE_HELD_movable
#undef OAIWIRE_HELD_movable
#pragma pop_macro("movable")
#endif
#ifdef OAIWIRE_HELD_move
#undef OAIWIRE_HELD_move
#pragma pop_macro("move")
#endif
#ifdef OAIWIRE_HELD_move_backward
#undef OAIWIRE_HELD_move_backward
#pragma pop_macro("move_backward")
#endif
#ifdef OAIWIRE_HELD_moved
#undef OAIWIRE_HELD_moved
#pragma pop_macro("moved")
#endif
#ifdef OAIWIRE_HELD_moves
#undef OAIWIRE_HELD_moves
#pragma pop_macro("moves")
#endif
#ifdef OAIWIRE_HELD_mp3
#undef OAIWIRE_HELD_mp3
#pragma pop_macro("mp3")
#endif
#ifdef OAIWIRE_HELD_ms
#undef OAIWIRE_HELD_ms
#pragma pop_macro("ms")
#endif
#ifdef OAIWIRE_HELD_msvc
#undef OAIWIRE_HELD_msvc
#pragma pop_macro("msvc")
#endif
#ifdef OAIWIRE_HELD_multi
#undef OAIWIRE_HELD_multi
#pragma pop_macro("multi")
#endif
#ifdef OAIWIRE_HELD_multimap
#undef OAIWIRE_HELD_multimap
#pragma pop_macro("multimap")
#endif
#ifdef OAIWIRE_HELD_multiple
#undef OAIWIRE_HELD_multiple
#pragma pop_macro("multiple")
#endif
#ifdef OAIWIRE_HELD_multiplier
#undef OAIWIRE_HELD_multiplier
#pragma pop_macro("multiplier")
#endif
#ifdef OAIWIRE_HELD_multiplies
#undef OAIWIRE_HELD_multiplies
#pragma pop_macro("multiplies")
#endif
#ifdef OAIWIRE_HELD_multiply
#undef OAIWIRE_HELD_multiply
#pragma pop_macro("multiply")
#endif
#ifdef OAIWIRE_HELD_multiset
#undef OAIWIRE_HELD_multiset
#pragma pop_macro("multiset")
#endif
#ifdef OAIWIRE_HELD_must
#undef OAIWIRE_HELD_must
#pragma pop_macro("must")
#endif
#ifdef OAIWIRE_HELD_mutable
#undef OAIWIRE_HELD_mutable
#pragma pop_macro("mutable")
#endif
#ifdef OAIWIRE_HELD_mutex
#undef OAIWIRE_HELD_mutex
#pragma pop_macro("mutex")
#endif
#ifdef OAIWIRE_HELD_n
#undef OAIWIRE_HELD_n
#pragma pop_macro("n")
#endif
#ifdef OAIWIRE_HELD_name
#undef OAIWIRE_HELD_name
#pragma pop_macro("name")
#endif
#ifdef OAIWIRE_HELD_name_of
#undef OAIWIRE_HELD_name_of
#pragma pop_macro("name_of")
#endif
#ifdef OAIWIRE_HELD_named
#undef OAIWIRE_HELD_named
#pragma pop_macro("named")
#endif
#ifdef OAIWIRE_HELD_names
#undef OAIWIRE_HELD_names
#pragma pop_macro("names")
#endif
#ifdef OAIWIRE_HELD_namespace
#undef OAIWIRE_HELD_namespace
#pragma pop_macro("namespace")
#endif
#ifdef OAIWIRE_HELD_namespace_
#undef OAIWIRE_HELD_namespace_
#pragma pop_macro("namespace_")
#endif
#ifdef OAIWIRE_HELD_nan
#undef OAIWIRE_HELD_nan
#pragma pop_macro("nan")
#endif
#ifdef OAIWIRE_HELD_nanf
#undef OAIWIRE_HELD_nanf
#pragma pop_macro("nanf")
#endif
#ifdef OAIWIRE_HELD_nanl
#undef OAIWIRE_HELD_nanl
#pragma pop_macro("nanl")
#endif
#ifdef OAIWIRE_HELD_nano
#undef OAIWIRE_HELD_nano
#pragma pop_macro("nano")
#endif
#ifdef OAIWIRE_HELD_nanoseconds
#undef OAIWIRE_HELD_nanoseconds
#pragma pop_macro("nanoseconds")
#endif
#ifdef OAIWIRE_HELD_nanosleep
#undef OAIWIRE_HELD_nanosleep
#pragma pop_macro("nanosleep")
#endif
#ifdef OAIWIRE_HELD_narrow
#undef OAIWIRE_HELD_narrow
#pragma pop_macro("narrow")
#endif
#ifdef OAIWIRE_HELD_native
#undef OAIWIRE_HELD_native
#pragma pop_macro("native")
#endif
#ifdef OAIWIRE_HELD_natural
#undef OAIWIRE_HELD_natural
#pragma pop_macro("natural")
#endif
#ifdef OAIWIRE_HELD_ne
#undef OAIWIRE_HELD_ne
#pragma pop_macro("ne")
#endif
#ifdef OAIWIRE_HELD_nearbyint
#undef OAIWIRE_HELD_nearbyint
#pragma pop_macro("nearbyint")
#endif
#ifdef OAIWIRE_HELD_nearbyintf
#undef OAIWIRE_HELD_nearbyintf
#pragma pop_macro("nearbyintf")
#endif
#ifdef OAIWIRE_HELD_nearbyintl
#undef OAIWIRE_HELD_nearbyintl
#pragma pop_macro("nearbyintl")
#endif
#ifdef OAIWIRE_HELD_nearest
#undef OAIWIRE_HELD_nearest
#pragma pop_macro("nearest")
#endif
#ifdef OAIWIRE_HELD_need
#undef OAIWIRE_HELD_need
#pragma pop_macro("need")
#endif
#ifdef OAIWIRE_HELD_needed
#undef OAIWIRE_HELD_needed
#pragma pop_macro("needed")
#endif
#ifdef OAIWIRE_HELD_negate
#undef OAIWIRE_HELD_negate
#pragma pop_macro("negate")
#endif
#ifdef OAIWIRE_HELD_negation
#undef OAIWIRE_HELD_negation
#pragma pop_macro("negation")
#endif
#ifdef OAIWIRE_HELD_negative
#undef OAIWIRE_HELD_negative
#pragma pop_macro("negative")
#endif
#ifdef OAIWIRE_HELD_nesting
#undef OAIWIRE_HELD_nesting
#pragma pop_macro("nesting")
#endif
#ifdef OAIWIRE_HELD_nests
#undef OAIWIRE_HELD_nests
#pragma pop_macro("nests")
#endif
#ifdef OAIWIRE_HELD_never
#undef OAIWIRE_HELD_never
#pragma pop_macro("never")
#endif
#ifdef OAIWIRE_HELD_new
#undef OAIWIRE_HELD_new
#pragma pop_macro("new")
#endif
#ifdef OAIWIRE_HELD_news
#undef OAIWIRE_HELD_news
#pragma pop_macro("news")
#endif
#ifdef OAIWIRE_HELD_next
#undef OAIWIRE_HELD_next
#pragma pop_macro("next")
#endif
#ifdef OAIWIRE_HELD_nextafter
#undef OAIWIRE_HELD_nextafter
#pragma pop_macro("nextafter")
#endif
#ifdef OAIWIRE_HELD_nextafterf
#undef OAIWIRE_HELD_nextafterf
#pragma pop_macro("nextafterf")
#endif
#ifdef OAIWIRE_HELD_nextafterl
#undef OAIWIRE_HELD_nextafterl
#pragma pop_macro("nextafterl")
#endif
#ifdef OAIWIRE_HELD_nexttoward
#undef OAIWIRE_HELD_nexttoward
#pragma pop_macro("nexttoward")
#endif
#ifdef OAIWIRE_HELD_nexttowardf
#undef OAIWIRE_HELD_nexttowardf
#pragma pop_macro("nexttowardf")
#endif
#ifdef OAIWIRE_HELD_nexttowardl
#undef OAIWIRE_HELD_nexttowardl
#pragma pop_macro("nexttowardl")
#endif
#ifdef OAIWIRE_HELD_nibbles
#undef OAIWIRE_HELD_nibbles
#pragma pop_macro("nibbles")
#endif
#ifdef OAIWIRE_HELD_nil
#undef OAIWIRE_HELD_nil
#pragma pop_macro("nil")
#endif
#ifdef OAIWIRE_HELD_no_unique_address
#undef OAIWIRE_HELD_no_unique_address
#pragma pop_macro("no_unique_address")
#endif
#ifdef OAIWIRE_HELD_noboolalpha
#undef OAIWIRE_HELD_noboolalpha
#pragma pop_macro("noboolalpha")
#endif
#ifdef OAIWIRE_HELD_noconv
#undef OAIWIRE_HELD_noconv
#pragma pop_macro("noconv")
#endif
#ifdef OAIWIRE_HELD_node
#undef OAIWIRE_HELD_node
#pragma pop_macro("node")
#endif
#ifdef OAIWIRE_HELD_nodiscard
#undef OAIWIRE_HELD_nodiscard
#pragma pop_macro("nodiscard")
#endif
#ifdef OAIWIRE_HELD_noexcept
#undef OAIWIRE_HELD_noexcept
#pragma pop_macro("noexcept")
#endif
#ifdef OAIWIRE_HELD_nofollow
#undef OAIWIRE_HELD_nofollow
#pragma pop_macro("nofollow")
#endif
#ifdef OAIWIRE_HELD_noinline
#undef OAIWIRE_HELD_noinline
#pragma pop_macro("noinline")
#endif
#ifdef OAIWIRE_HELD_nonce
#undef OAIWIRE_HELD_nonce
#pragma pop_macro("nonce")
#endif
#ifdef OAIWIRE_HELD_nonces
#undef OAIWIRE_HELD_nonces
#pragma pop_macro("nonces")
#endif
#ifdef OAIWIRE_HELD_none
#undef OAIWIRE_HELD_none
#pragma pop_macro("none")
#endif
#ifdef OAIWIRE_HELD_none_of
#undef OAIWIRE_HELD_none_of
#pragma pop_macro("none_of")
#endif
#ifdef OAIWIRE_HELD_noreturn
#undef OAIWIRE_HELD_noreturn
#pragma pop_macro("noreturn")
#endif
#ifdef OAIWIRE_HELD_norm
#undef OAIWIRE_HELD_norm
#pragma pop_macro("norm")
#endif
#ifdef OAIWIRE_HELD_normal
#undef OAIWIRE_HELD_normal
#pragma pop_macro("normal")
#endif
#ifdef OAIWIRE_HELD_noshowbase
#undef OAIWIRE_HELD_noshowbase
#pragma pop_macro("noshowbase")
#endif
#ifdef OAIWIRE_HELD_noshowpoint
#undef OAIWIRE_HELD_noshowpoint
#pragma pop_macro("noshowpoint")
#endif
#ifdef OAIWIRE_HELD_noshowpos
#undef OAIWIRE_HELD_noshowpos
#pragma pop_macro("noshowpos")
#endif
#ifdef OAIWIRE_HELD_noskipws
#undef OAIWIRE_HELD_noskipws
#pragma pop_macro("noskipws")
#endif
#ifdef OAIWIRE_HELD_nostopstate
#undef OAIWIRE_HELD_nostopstate
#pragma pop_macro("nostopstate")
#endif
#ifdef OAIWIRE_HELD_not_fn
#undef OAIWIRE_HELD_not_fn
#pragma pop_macro("not_fn")
#endif
#ifdef OAIWIRE_HELD_not_found
#undef OAIWIRE_HELD_not_found
#pragma pop_macro("not_found")
#endif
#ifdef OAIWIRE_HELD_note
#undef OAIWIRE_HELD_note
#pragma pop_macro("note")
#endif
#ifdef OAIWIRE_HELD_noted
#undef OAIWIRE_HELD_noted
#pragma pop_macro("noted")
#endif
#ifdef OAIWIRE_HELD_notes
#undef OAIWIRE_HELD_notes
#pragma pop_macro("notes")
#endif
#ifdef OAIWIRE_HELD_nothing
#undef OAIWIRE_HELD_nothing
#pragma pop_macro("nothing")
#endif
#ifdef OAIWIRE_HELD_nothrow
#undef OAIWIRE_HELD_nothrow
#pragma pop_macro("nothrow")
#endif
#ifdef OAIWIRE_HELD_notice
#undef OAIWIRE_HELD_notice
#pragma pop_macro("notice")
#endif
#ifdef OAIWIRE_HELD_notices
#undef OAIWIRE_HELD_notices
#pragma pop_macro("notices")
#endif
#ifdef OAIWIRE_HELD_notify_all
#undef OAIWIRE_HELD_notify_all
#pragma pop_macro("notify_all")
#endif
#ifdef OAIWIRE_HELD_notify_one
#undef OAIWIRE_HELD_notify_one
#pragma pop_macro("notify_one")
#endif
#ifdef OAIWIRE_HELD_nounitbuf
#undef OAIWIRE_HELD_nounitbuf
#pragma pop_macro("nounitbuf")
#endif
#ifdef OAIWIRE_HELD_nouppercase
#undef OAIWIRE_HELD_nouppercase
#pragma pop_macro("nouppercase")
#endif
#ifdef OAIWIRE_HELD_now
#undef OAIWIRE_HELD_now
#pragma pop_macro("now")
#endif
#ifdef OAIWIRE_HELD_nowhere
#undef OAIWIRE_HELD_nowhere
#pragma pop_macro("nowhere")
#endif
#ifdef OAIWIRE_HELD_npos
#undef OAIWIRE_HELD_npos
#pragma pop_macro("npos")
#endif
#ifdef OAIWIRE_HELD_ns
#undef OAIWIRE_HELD_ns
#pragma pop_macro("ns")
#endif
#ifdef OAIWIRE_HELD_ntdll
#undef OAIWIRE_HELD_ntdll
#pragma pop_macro("ntdll")
#endif
#ifdef OAIWIRE_HELD_nth
#undef OAIWIRE_HELD_nth
#pragma pop_macro("nth")
#endif
#ifdef OAIWIRE_HELD_null
#undef OAIWIRE_HELD_null
#pragma pop_macro("null")
#endif
#ifdef OAIWIRE_HELD_null_t
#undef OAIWIRE_HELD_null_t
#pragma pop_macro("null_t")
#endif
#ifdef OAIWIRE_HELD_nullable
#undef OAIWIRE_HELD_nullable
#pragma pop_macro("nullable")
#endif
#ifdef OAIWIRE_HELD_nullopt
#undef OAIWIRE_HELD_nullopt
#pragma pop_macro("nullopt")
#endif
#ifdef OAIWIRE_HELD_nullopt_t
#undef OAIWIRE_HELD_nullopt_t
#pragma pop_macro("nullopt_t")
#endif
#ifdef OAIWIRE_HELD_nullptr
#undef OAIWIRE_HELD_nullptr
#pragma pop_macro("nullptr")
#endif
#ifdef OAIWIRE_HELD_nullptr_t
#undef OAIWIRE_HELD_nullptr_t
#pragma pop_macro("nullptr_t")
#endif
#ifdef OAIWIRE_HELD_num
#undef OAIWIRE_HELD_num
#pragma pop_macro("num")
#endif
#ifdef OAIWIRE_HELD_number
#undef OAIWIRE_HELD_number
#pragma pop_macro("number")
#endif
#ifdef OAIWIRE_HELD_number_of
#undef OAIWIRE_HELD_number_of
#pragma pop_macro("number_of")
#endif
#ifdef OAIWIRE_HELD_numbered
#undef OAIWIRE_HELD_numbered
#pragma pop_macro("numbered")
#endif
#ifdef OAIWIRE_HELD_numbers
#undef OAIWIRE_HELD_numbers
#pragma pop_macro("numbers")
#endif
#ifdef OAIWIRE_HELD_numerator
#undef OAIWIRE_HELD_numerator
#pragma pop_macro("numerator")
#endif
#ifdef OAIWIRE_HELD_numeric
#undef OAIWIRE_HELD_numeric
#pragma pop_macro("numeric")
#endif
#ifdef OAIWIRE_HELD_numeric_limits
#undef OAIWIRE_HELD_numeric_limits
#pragma pop_macro("numeric_limits")
#endif
#ifdef OAIWIRE_HELD_numpunct
#undef OAIWIRE_HELD_numpunct
#pragma pop_macro("numpunct")
#endif
#ifdef OAIWIRE_HELD_nvidia
#undef OAIWIRE_HELD_nvidia
#pragma pop_macro("nvidia")
#endif
#ifdef OAIWIRE_HELD_o
#undef OAIWIRE_HELD_o
#pragma pop_macro("o")
#endif
#ifdef OAIWIRE_HELD_oaiwire
#undef OAIWIRE_HELD_oaiwire
#pragma pop_macro("oaiwire")
#endif
#ifdef OAIWIRE_HELD_obfuscate
#undef OAIWIRE_HELD_obfuscate
#pragma pop_macro("obfuscate")
#endif
#ifdef OAIWIRE_HELD_obfuscation
#undef OAIWIRE_HELD_obfuscation
#pragma pop_macro("obfuscation")
#endif
#ifdef OAIWIRE_HELD_object
#undef OAIWIRE_HELD_object
#pragma pop_macro("object")
#endif
#ifdef OAIWIRE_HELD_objects
#undef OAIWIRE_HELD_objects
#pragma pop_macro("objects")
#endif
#ifdef OAIWIRE_HELD_oct
#undef OAIWIRE_HELD_oct
#pragma pop_macro("oct")
#endif
#ifdef OAIWIRE_HELD_odd
#undef OAIWIRE_HELD_odd
#pragma pop_macro("odd")
#endif
#ifdef OAIWIRE_HELD_of
#undef OAIWIRE_HELD_of
#pragma pop_macro("of")
#endif
#ifdef OAIWIRE_HELD_offer
#undef OAIWIRE_HELD_offer
#pragma pop_macro("offer")
#endif
#ifdef OAIWIRE_HELD_offered
#undef OAIWIRE_HELD_offered
#pragma pop_macro("offered")
#endif
#ifdef OAIWIRE_HELD_offset
#undef OAIWIRE_HELD_offset
#pragma pop_macro("offset")
#endif
#ifdef OAIWIRE_HELD_offset_of
#undef OAIWIRE_HELD_offset_of
#pragma pop_macro("offset_of")
#endif
#ifdef OAIWIRE_HELD_offsets
#undef OAIWIRE_HELD_offsets
#pragma pop_macro("offsets")
#endif
#ifdef OAIWIRE_HELD_ofstream
#undef OAIWIRE_HELD_ofstream
#pragma pop_macro("ofstream")
#endif
#ifdef OAIWIRE_HELD_often
#undef OAIWIRE_HELD_often
#pragma pop_macro("often")
#endif
#ifdef OAIWIRE_HELD_ok
#undef OAIWIRE_HELD_ok
#pragma pop_macro("ok")
#endif
#ifdef OAIWIRE_HELD_old
#undef OAIWIRE_HELD_old
#pragma pop_macro("old")
#endif
#ifdef OAIWIRE_HELD_oldest
#undef OAIWIRE_HELD_oldest
#pragma pop_macro("oldest")
#endif
#ifdef OAIWIRE_HELD_ollama
#undef OAIWIRE_HELD_ollama
#pragma pop_macro("ollama")
#endif
#ifdef OAIWIRE_HELD_on
#undef OAIWIRE_HELD_on
#pragma pop_macro("on")
#endif
#ifdef OAIWIRE_HELD_on_error
#undef OAIWIRE_HELD_on_error
#pragma pop_macro("on_error")
#endif
#ifdef OAIWIRE_HELD_once
#undef OAIWIRE_HELD_once
#pragma pop_macro("once")
#endif
#ifdef OAIWIRE_HELD_one
#undef OAIWIRE_HELD_one
#pragma pop_macro("one")
#endif
#ifdef OAIWIRE_HELD_ones
#undef OAIWIRE_HELD_ones
#pragma pop_macro("ones")
#endif
#ifdef OAIWIRE_HELD_only
#undef OAIWIRE_HELD_only
#pragma pop_macro("only")
#endif
#ifdef OAIWIRE_HELD_op
#undef OAIWIRE_HELD_op
#pragma pop_macro("op")
#endif
#ifdef OAIWIRE_HELD_opaque
#undef OAIWIRE_HELD_opaque
#pragma pop_macro("opaque")
#endif
#ifdef OAIWIRE_HELD_opcode
#undef OAIWIRE_HELD_opcode
#pragma pop_macro("opcode")
#endif
#ifdef OAIWIRE_HELD_open
#undef OAIWIRE_HELD_open
#pragma pop_macro("open")
#endif
#ifdef OAIWIRE_HELD_openai
#undef OAIWIRE_HELD_openai
#pragma pop_macro("openai")
#endif
#ifdef OAIWIRE_HELD_opened
#undef OAIWIRE_HELD_opened
#pragma pop_macro("opened")
#endif
#ifdef OAIWIRE_HELD_opener
#undef OAIWIRE_HELD_opener
#pragma pop_macro("opener")
#endif
#ifdef OAIWIRE_HELD_opening
#undef OAIWIRE_HELD_opening
#pragma pop_macro("opening")
#endif
#ifdef OAIWIRE_HELD_openmode
#undef OAIWIRE_HELD_openmode
#pragma pop_macro("openmode")
#endif
#ifdef OAIWIRE_HELD_openrouter
#undef OAIWIRE_HELD_openrouter
#pragma pop_macro("openrouter")
#endif
#ifdef OAIWIRE_HELD_opens
#undef OAIWIRE_HELD_opens
#pragma pop_macro("opens")
#endif
#ifdef OAIWIRE_HELD_operation
#undef OAIWIRE_HELD_operation
#pragma pop_macro("operation")
#endif
#ifdef OAIWIRE_HELD_operations
#undef OAIWIRE_HELD_operations
#pragma pop_macro("operations")
#endif
#ifdef OAIWIRE_HELD_operator
#undef OAIWIRE_HELD_operator
#pragma pop_macro("operator")
#endif
#ifdef OAIWIRE_HELD_option
#undef OAIWIRE_HELD_option
#pragma pop_macro("option")
#endif
#ifdef OAIWIRE_HELD_optional
#undef OAIWIRE_HELD_optional
#pragma pop_macro("optional")
#endif
#ifdef OAIWIRE_HELD_optionals
#undef OAIWIRE_HELD_optionals
#pragma pop_macro("optionals")
#endif
#ifdef OAIWIRE_HELD_options
#undef OAIWIRE_HELD_options
#pragma pop_macro("options")
#endif
#ifdef OAIWIRE_HELD_opus
#undef OAIWIRE_HELD_opus
#pragma pop_macro("opus")
#endif
#ifdef OAIWIRE_HELD_or_else
#undef OAIWIRE_HELD_or_else
#pragma pop_macro("or_else")
#endif
#ifdef OAIWIRE_HELD_order
#undef OAIWIRE_HELD_order
#pragma pop_macro("order")
#endif
#ifdef OAIWIRE_HELD_ordered
#undef OAIWIRE_HELD_ordered
#pragma pop_macro("ordered")
#endif
#ifdef OAIWIRE_HELD_organization
#undef OAIWIRE_HELD_organization
#pragma pop_macro("organization")
#endif
#ifdef OAIWIRE_HELD_origin
#undef OAIWIRE_HELD_origin
#pragma pop_macro("origin")
#endif
#ifdef OAIWIRE_HELD_original
#undef OAIWIRE_HELD_original
#pragma pop_macro("original")
#endif
#ifdef OAIWIRE_HELD_ostream
#undef OAIWIRE_HELD_ostream
#pragma pop_macro("ostream")
#endif
#ifdef OAIWIRE_HELD_ostringstream
#undef OAIWIRE_HELD_ostringstream
#pragma pop_macro("ostringstream")
#endif
#ifdef OAIWIRE_HELD_osyncstream
#undef OAIWIRE_HELD_osyncstream
#pragma pop_macro("osyncstream")
#endif
#ifdef OAIWIRE_HELD_other
#undef OAIWIRE_HELD_other
#pragma pop_macro("other")
#endif
#ifdef OAIWIRE_HELD_others
#undef OAIWIRE_HELD_others
#pragma pop_macro("others")
#endif
#ifdef OAIWIRE_HELD_otherwise
#undef OAIWIRE_HELD_otherwise
#pragma pop_macro("otherwise")
#endif
#ifdef OAIWIRE_HELD_ours
#undef OAIWIRE_HELD_ours
#pragma pop_macro("ours")
#endif
#ifdef OAIWIRE_HELD_out
#undef OAIWIRE_HELD_out
#pragma pop_macro("out")
#endif
#ifdef OAIWIRE_HELD_out32
#undef OAIWIRE_HELD_out32
#pragma pop_macro("out32")
#endif
#ifdef OAIWIRE_HELD_out_of_memory
#undef OAIWIRE_HELD_out_of_memory
#pragma pop_macro("out_of_memory")
#endif
#ifdef OAIWIRE_HELD_out_of_range
#undef OAIWIRE_HELD_out_of_range
#pragma pop_macro("out_of_range")
#endif
#ifdef OAIWIRE_HELD_outcome
#undef OAIWIRE_HELD_outcome
#pragma pop_macro("outcome")
#endif
#ifdef OAIWIRE_HELD_outermost
#undef OAIWIRE_HELD_outermost
#pragma pop_macro("outermost")
#endif
#ifdef OAIWIRE_HELD_outgoing
#undef OAIWIRE_HELD_outgoing
#pragma pop_macro("outgoing")
#endif
#ifdef OAIWIRE_HELD_output
#undef OAIWIRE_HELD_output
#pragma pop_macro("output")
#endif
#ifdef OAIWIRE_HELD_outputs
#undef OAIWIRE_HELD_outputs
#pragma pop_macro("outputs")
#endif
#ifdef OAIWIRE_HELD_outside
#undef OAIWIRE_HELD_outside
#pragma pop_macro("outside")
#endif
#ifdef OAIWIRE_HELD_over
#undef OAIWIRE_HELD_over
#pragma pop_macro("over")
#endif
#ifdef OAIWIRE_HELD_overflow
#undef OAIWIRE_HELD_overflow
#pragma pop_macro("overflow")
#endif
#ifdef OAIWIRE_HELD_overlap
#undef OAIWIRE_HELD_overlap
#pragma pop_macro("overlap")
#endif
#ifdef OAIWIRE_HELD_overloaded
#undef OAIWIRE_HELD_overloaded
#pragma pop_macro("overloaded")
#endif
#ifdef OAIWIRE_HELD_override
#undef OAIWIRE_HELD_override
#pragma pop_macro("override")
#endif
#ifdef OAIWIRE_HELD_own
#undef OAIWIRE_HELD_own
#pragma pop_macro("own")
#endif
#ifdef OAIWIRE_HELD_owned
#undef OAIWIRE_HELD_owned
#pragma pop_macro("owned")
#endif
#ifdef OAIWIRE_HELD_owner
#undef OAIWIRE_HELD_owner
#pragma pop_macro("owner")
#endif
#ifdef OAIWIRE_HELD_p
#undef OAIWIRE_HELD_p
#pragma pop_macro("p")
#endif
#ifdef OAIWIRE_HELD_p0
#undef OAIWIRE_HELD_p0
#pragma pop_macro("p0")
#endif
#ifdef OAIWIRE_HELD_p1
#undef OAIWIRE_HELD_p1
#pragma pop_macro("p1")
#endif
#ifdef OAIWIRE_HELD_p2
#undef OAIWIRE_HELD_p2
#pragma pop_macro("p2")
#endif
#ifdef OAIWIRE_HELD_p3
#undef OAIWIRE_HELD_p3
#pragma pop_macro("p3")
#endif
#ifdef OAIWIRE_HELD_p4
#undef OAIWIRE_HELD_p4
#pragma pop_macro("p4")
#endif
#ifdef OAIWIRE_HELD_p5
#undef OAIWIRE_HELD_p5
#pragma pop_macro("p5")
#endif
#ifdef OAIWIRE_HELD_p6
#undef OAIWIRE_HELD_p6
#pragma pop_macro("p6")
#endif
#ifdef OAIWIRE_HELD_p7
#undef OAIWIRE_HELD_p7
#pragma pop_macro("p7")
#endif
#ifdef OAIWIRE_HELD_packet
#undef OAIWIRE_HELD_packet
#pragma pop_macro("packet")
#endif
#ifdef OAIWIRE_HELD_padding
#undef OAIWIRE_HELD_padding
#pragma pop_macro("padding")
#endif
#ifdef OAIWIRE_HELD_pads
#undef OAIWIRE_HELD_pads
#pragma pop_macro("pads")
#endif
#ifdef OAIWIRE_HELD_page
#undef OAIWIRE_HELD_page
#pragma pop_macro("page")
#endif
#ifdef OAIWIRE_HELD_pair
#undef OAIWIRE_HELD_pair
#pragma pop_macro("pair")
#endif
#ifdef OAIWIRE_HELD_pairs
#undef OAIWIRE_HELD_pairs
#pragma pop_macro("pairs")
#endif
#ifdef OAIWIRE_HELD_par
#undef OAIWIRE_HELD_par
#pragma pop_macro("par")
#endif
#ifdef OAIWIRE_HELD_parallel
#undef OAIWIRE_HELD_parallel
#pragma pop_macro("parallel")
#endif
#ifdef OAIWIRE_HELD_param
#undef OAIWIRE_HELD_param
#pragma pop_macro("param")
#endif
#ifdef OAIWIRE_HELD_parameter
#undef OAIWIRE_HELD_parameter
#pragma pop_macro("parameter")
#endif
#ifdef OAIWIRE_HELD_parameters
#undef OAIWIRE_HELD_parameters
#pragma pop_macro("parameters")
#endif
#ifdef OAIWIRE_HELD_parent
#undef OAIWIRE_HELD_parent
#pragma pop_macro("parent")
#endif
#ifdef OAIWIRE_HELD_parse
#undef OAIWIRE_HELD_parse
#pragma pop_macro("parse")
#endif
#ifdef OAIWIRE_HELD_parser
#undef OAIWIRE_HELD_parser
#pragma pop_macro("parser")
#endif
#ifdef OAIWIRE_HELD_part
#undef OAIWIRE_HELD_part
#pragma pop_macro("part")
#endif
#ifdef OAIWIRE_HELD_partial
#undef OAIWIRE_HELD_partial
#pragma pop_macro("partial")
#endif
#ifdef OAIWIRE_HELD_partition
#undef OAIWIRE_HELD_partition
#pragma pop_macro("partition")
#endif
#ifdef OAIWIRE_HELD_partitions
#undef OAIWIRE_HELD_partitions
#pragma pop_macro("partitions")
#endif
#ifdef OAIWIRE_HELD_parts
#undef OAIWIRE_HELD_parts
#pragma pop_macro("parts")
#endif
#ifdef OAIWIRE_HELD_pass
#undef OAIWIRE_HELD_pass
#pragma pop_macro("pass")
#endif
#ifdef OAIWIRE_HELD_passed
#undef OAIWIRE_HELD_passed
#pragma pop_macro("passed")
#endif
#ifdef OAIWIRE_HELD_past
#undef OAIWIRE_HELD_past
#pragma pop_macro("past")
#endif
#ifdef OAIWIRE_HELD_patch
#undef OAIWIRE_HELD_patch
#pragma pop_macro("patch")
#endif
#ifdef OAIWIRE_HELD_patched
#undef OAIWIRE_HELD_patched
#pragma pop_macro("patched")
#endif
#ifdef OAIWIRE_HELD_path
#undef OAIWIRE_HELD_path
#pragma pop_macro("path")
#endif
#ifdef OAIWIRE_HELD_paths
#undef OAIWIRE_HELD_paths
#pragma pop_macro("paths")
#endif
#ifdef OAIWIRE_HELD_patience
#undef OAIWIRE_HELD_patience
#pragma pop_macro("patience")
#endif
#ifdef OAIWIRE_HELD_pattern
#undef OAIWIRE_HELD_pattern
#pragma pop_macro("pattern")
#endif
#ifdef OAIWIRE_HELD_pause
#undef OAIWIRE_HELD_pause
#pragma pop_macro("pause")
#endif
#ifdef OAIWIRE_HELD_payer
#undef OAIWIRE_HELD_payer
#pragma pop_macro("payer")
#endif
#ifdef OAIWIRE_HELD_payload
#undef OAIWIRE_HELD_payload
#pragma pop_macro("payload")
#endif
#ifdef OAIWIRE_HELD_pbackfail
#undef OAIWIRE_HELD_pbackfail
#pragma pop_macro("pbackfail")
#endif
#ifdef OAIWIRE_HELD_pbase
#undef OAIWIRE_HELD_pbase
#pragma pop_macro("pbase")
#endif
#ifdef OAIWIRE_HELD_pbump
#undef OAIWIRE_HELD_pbump
#pragma pop_macro("pbump")
#endif
#ifdef OAIWIRE_HELD_pcm
#undef OAIWIRE_HELD_pcm
#pragma pop_macro("pcm")
#endif
#ifdef OAIWIRE_HELD_pcm16
#undef OAIWIRE_HELD_pcm16
#pragma pop_macro("pcm16")
#endif
#ifdef OAIWIRE_HELD_peek
#undef OAIWIRE_HELD_peek
#pragma pop_macro("peek")
#endif
#ifdef OAIWIRE_HELD_pending
#undef OAIWIRE_HELD_pending
#pragma pop_macro("pending")
#endif
#ifdef OAIWIRE_HELD_period
#undef OAIWIRE_HELD_period
#pragma pop_macro("period")
#endif
#ifdef OAIWIRE_HELD_permissions
#undef OAIWIRE_HELD_permissions
#pragma pop_macro("permissions")
#endif
#ifdef OAIWIRE_HELD_perms
#undef OAIWIRE_HELD_perms
#pragma pop_macro("perms")
#endif
#ifdef OAIWIRE_HELD_permutable
#undef OAIWIRE_HELD_permutable
#pragma pop_macro("permutable")
#endif
#ifdef OAIWIRE_HELD_perror
#undef OAIWIRE_HELD_perror
#pragma pop_macro("perror")
#endif
#ifdef OAIWIRE_HELD_personality
#undef OAIWIRE_HELD_personality
#pragma pop_macro("personality")
#endif
#ifdef OAIWIRE_HELD_peta
#undef OAIWIRE_HELD_peta
#pragma pop_macro("peta")
#endif
#ifdef OAIWIRE_HELD_phase
#undef OAIWIRE_HELD_phase
#pragma pop_macro("phase")
#endif
#ifdef OAIWIRE_HELD_phi
#undef OAIWIRE_HELD_phi
#pragma pop_macro("phi")
#endif
#ifdef OAIWIRE_HELD_phrase
#undef OAIWIRE_HELD_phrase
#pragma pop_macro("phrase")
#endif
#ifdef OAIWIRE_HELD_phrases
#undef OAIWIRE_HELD_phrases
#pragma pop_macro("phrases")
#endif
#ifdef OAIWIRE_HELD_pi
#undef OAIWIRE_HELD_pi
#pragma pop_macro("pi")
#endif
#ifdef OAIWIRE_HELD_pico
#undef OAIWIRE_HELD_pico
#pragma pop_macro("pico")
#endif
#ifdef OAIWIRE_HELD_piece
#undef OAIWIRE_HELD_piece
#pragma pop_macro("piece")
#endif
#ifdef OAIWIRE_HELD_pieces
#undef OAIWIRE_HELD_pieces
#pragma pop_macro("pieces")
#endif
#ifdef OAIWIRE_HELD_ping
#undef OAIWIRE_HELD_ping
#pragma pop_macro("ping")
#endif
#ifdef OAIWIRE_HELD_pipe
#undef OAIWIRE_HELD_pipe
#pragma pop_macro("pipe")
#endif
#ifdef OAIWIRE_HELD_pipelined
#undef OAIWIRE_HELD_pipelined
#pragma pop_macro("pipelined")
#endif
#ifdef OAIWIRE_HELD_pixels
#undef OAIWIRE_HELD_pixels
#pragma pop_macro("pixels")
#endif
#ifdef OAIWIRE_HELD_place
#undef OAIWIRE_HELD_place
#pragma pop_macro("place")
#endif
#ifdef OAIWIRE_HELD_placeholders
#undef OAIWIRE_HELD_placeholders
#pragma pop_macro("placeholders")
#endif
#ifdef OAIWIRE_HELD_places
#undef OAIWIRE_HELD_places
#pragma pop_macro("places")
#endif
#ifdef OAIWIRE_HELD_plain
#undef OAIWIRE_HELD_plain
#pragma pop_macro("plain")
#endif
#ifdef OAIWIRE_HELD_plaintext
#undef OAIWIRE_HELD_plaintext
#pragma pop_macro("plaintext")
#endif
#ifdef OAIWIRE_HELD_plan
#undef OAIWIRE_HELD_plan
#pragma pop_macro("plan")
#endif
#ifdef OAIWIRE_HELD_plane
#undef OAIWIRE_HELD_plane
#pragma pop_macro("plane")
#endif
#ifdef OAIWIRE_HELD_play
#undef OAIWIRE_HELD_play
#pragma pop_macro("play")
#endif
#ifdef OAIWIRE_HELD_playback
#undef OAIWIRE_HELD_playback
#pragma pop_macro("playback")
#endif
#ifdef OAIWIRE_HELD_played
#undef OAIWIRE_HELD_played
#pragma pop_macro("played")
#endif
#ifdef OAIWIRE_HELD_playing
#undef OAIWIRE_HELD_playing
#pragma pop_macro("playing")
#endif
#ifdef OAIWIRE_HELD_plus
#undef OAIWIRE_HELD_plus
#pragma pop_macro("plus")
#endif
#ifdef OAIWIRE_HELD_pmr
#undef OAIWIRE_HELD_pmr
#pragma pop_macro("pmr")
#endif
#ifdef OAIWIRE_HELD_png
#undef OAIWIRE_HELD_png
#pragma pop_macro("png")
#endif
#ifdef OAIWIRE_HELD_point
#undef OAIWIRE_HELD_point
#pragma pop_macro("point")
#endif
#ifdef OAIWIRE_HELD_pointer
#undef OAIWIRE_HELD_pointer
#pragma pop_macro("pointer")
#endif
#ifdef OAIWIRE_HELD_polar
#undef OAIWIRE_HELD_polar
#pragma pop_macro("polar")
#endif
#ifdef OAIWIRE_HELD_policy
#undef OAIWIRE_HELD_policy
#pragma pop_macro("policy")
#endif
#ifdef OAIWIRE_HELD_poll
#undef OAIWIRE_HELD_poll
#pragma pop_macro("poll")
#endif
#ifdef OAIWIRE_HELD_pollable
#undef OAIWIRE_HELD_pollable
#pragma pop_macro("pollable")
#endif
#ifdef OAIWIRE_HELD_pollfd
#undef OAIWIRE_HELD_pollfd
#pragma pop_macro("pollfd")
#endif
#ifdef OAIWIRE_HELD_polls
#undef OAIWIRE_HELD_polls
#pragma pop_macro("polls")
#endif
#ifdef OAIWIRE_HELD_pong
#undef OAIWIRE_HELD_pong
#pragma pop_macro("pong")
#endif
#ifdef OAIWIRE_HELD_pool
#undef OAIWIRE_HELD_pool
#pragma pop_macro("pool")
#endif
#ifdef OAIWIRE_HELD_pop
#undef OAIWIRE_HELD_pop
#pragma pop_macro("pop")
#endif
#ifdef OAIWIRE_HELD_pop_back
#undef OAIWIRE_HELD_pop_back
#pragma pop_macro("pop_back")
#endif
#ifdef OAIWIRE_HELD_pop_front
#undef OAIWIRE_HELD_pop_front
#pragma pop_macro("pop_front")
#endif
#ifdef OAIWIRE_HELD_pop_heap
#undef OAIWIRE_HELD_pop_heap
#pragma pop_macro("pop_heap")
#endif
#ifdef OAIWIRE_HELD_popcount
#undef OAIWIRE_HELD_popcount
#pragma pop_macro("popcount")
#endif
#ifdef OAIWIRE_HELD_port
#undef OAIWIRE_HELD_port
#pragma pop_macro("port")
#endif
#ifdef OAIWIRE_HELD_position
#undef OAIWIRE_HELD_position
#pragma pop_macro("position")
#endif
#ifdef OAIWIRE_HELD_post
#undef OAIWIRE_HELD_post
#pragma pop_macro("post")
#endif
#ifdef OAIWIRE_HELD_pow
#undef OAIWIRE_HELD_pow
#pragma pop_macro("pow")
#endif
#ifdef OAIWIRE_HELD_power
#undef OAIWIRE_HELD_power
#pragma pop_macro("power")
#endif
#ifdef OAIWIRE_HELD_powers
#undef OAIWIRE_HELD_powers
#pragma pop_macro("powers")
#endif
#ifdef OAIWIRE_HELD_powf
#undef OAIWIRE_HELD_powf
#pragma pop_macro("powf")
#endif
#ifdef OAIWIRE_HELD_powl
#undef OAIWIRE_HELD_powl
#pragma pop_macro("powl")
#endif
#ifdef OAIWIRE_HELD_pptr
#undef OAIWIRE_HELD_pptr
#pragma pop_macro("pptr")
#endif
#ifdef OAIWIRE_HELD_preamble
#undef OAIWIRE_HELD_preamble
#pragma pop_macro("preamble")
#endif
#ifdef OAIWIRE_HELD_precision
#undef OAIWIRE_HELD_precision
#pragma pop_macro("precision")
#endif
#ifdef OAIWIRE_HELD_predicate
#undef OAIWIRE_HELD_predicate
#pragma pop_macro("predicate")
#endif
#ifdef OAIWIRE_HELD_predict
#undef OAIWIRE_HELD_predict
#pragma pop_macro("predict")
#endif
#ifdef OAIWIRE_HELD_prediction
#undef OAIWIRE_HELD_prediction
#pragma pop_macro("prediction")
#endif
#ifdef OAIWIRE_HELD_preferred
#undef OAIWIRE_HELD_preferred
#pragma pop_macro("preferred")
#endif
#ifdef OAIWIRE_HELD_prefix
#undef OAIWIRE_HELD_prefix
#pragma pop_macro("prefix")
#endif
#ifdef OAIWIRE_HELD_prefixes
#undef OAIWIRE_HELD_prefixes
#pragma pop_macro("prefixes")
#endif
#ifdef OAIWIRE_HELD_prepare
#undef OAIWIRE_HELD_prepare
#pragma pop_macro("prepare")
#endif
#ifdef OAIWIRE_HELD_prepared
#undef OAIWIRE_HELD_prepared
#pragma pop_macro("prepared")
#endif
#ifdef OAIWIRE_HELD_presence
#undef OAIWIRE_HELD_presence
#pragma pop_macro("presence")
#endif
#ifdef OAIWIRE_HELD_present
#undef OAIWIRE_HELD_present
#pragma pop_macro("present")
#endif
#ifdef OAIWIRE_HELD_prev
#undef OAIWIRE_HELD_prev
#pragma pop_macro("prev")
#endif
#ifdef OAIWIRE_HELD_preview
#undef OAIWIRE_HELD_preview
#pragma pop_macro("preview")
#endif
#ifdef OAIWIRE_HELD_previous
#undef OAIWIRE_HELD_previous
#pragma pop_macro("previous")
#endif
#ifdef OAIWIRE_HELD_prewarm
#undef OAIWIRE_HELD_prewarm
#pragma pop_macro("prewarm")
#endif
#ifdef OAIWIRE_HELD_print
#undef OAIWIRE_HELD_print
#pragma pop_macro("print")
#endif
#ifdef OAIWIRE_HELD_printf
#undef OAIWIRE_HELD_printf
#pragma pop_macro("printf")
#endif
#ifdef OAIWIRE_HELD_priority
#undef OAIWIRE_HELD_priority
#pragma pop_macro("priority")
#endif
#ifdef OAIWIRE_HELD_private
#undef OAIWIRE_HELD_private
#pragma pop_macro("private")
#endif
#ifdef OAIWIRE_HELD_probabilities
#undef OAIWIRE_HELD_probabilities
#pragma pop_macro("probabilities")
#endif
#ifdef OAIWIRE_HELD_probability
#undef OAIWIRE_HELD_probability
#pragma pop_macro("probability")
#endif
#ifdef OAIWIRE_HELD_proceed
#undef OAIWIRE_HELD_proceed
#pragma pop_macro("proceed")
#endif
#ifdef OAIWIRE_HELD_process
#undef OAIWIRE_HELD_process
#pragma pop_macro("process")
#endif
#ifdef OAIWIRE_HELD_processed
#undef OAIWIRE_HELD_processed
#pragma pop_macro("processed")
#endif
#ifdef OAIWIRE_HELD_product
#undef OAIWIRE_HELD_product
#pragma pop_macro("product")
#endif
#ifdef OAIWIRE_HELD_progress
#undef OAIWIRE_HELD_progress
#pragma pop_macro("progress")
#endif
#ifdef OAIWIRE_HELD_proj
#undef OAIWIRE_HELD_proj
#pragma pop_macro("proj")
#endif
#ifdef OAIWIRE_HELD_project
#undef OAIWIRE_HELD_project
#pragma pop_macro("project")
#endif
#ifdef OAIWIRE_HELD_projected
#undef OAIWIRE_HELD_projected
#pragma pop_macro("projected")
#endif
#ifdef OAIWIRE_HELD_promise
#undef OAIWIRE_HELD_promise
#pragma pop_macro("promise")
#endif
#ifdef OAIWIRE_HELD_prompt
#undef OAIWIRE_HELD_prompt
#pragma pop_macro("prompt")
#endif
#ifdef OAIWIRE_HELD_properties
#undef OAIWIRE_HELD_properties
#pragma pop_macro("properties")
#endif
#ifdef OAIWIRE_HELD_protected
#undef OAIWIRE_HELD_protected
#pragma pop_macro("protected")
#endif
#ifdef OAIWIRE_HELD_protocol
#undef OAIWIRE_HELD_protocol
#pragma pop_macro("protocol")
#endif
#ifdef OAIWIRE_HELD_provide
#undef OAIWIRE_HELD_provide
#pragma pop_macro("provide")
#endif
#ifdef OAIWIRE_HELD_provider
#undef OAIWIRE_HELD_provider
#pragma pop_macro("provider")
#endif
#ifdef OAIWIRE_HELD_providers
#undef OAIWIRE_HELD_providers
#pragma pop_macro("providers")
#endif
#ifdef OAIWIRE_HELD_proximate
#undef OAIWIRE_HELD_proximate
#pragma pop_macro("proximate")
#endif
#ifdef OAIWIRE_HELD_proxy
#undef OAIWIRE_HELD_proxy
#pragma pop_macro("proxy")
#endif
#ifdef OAIWIRE_HELD_ptr
#undef OAIWIRE_HELD_ptr
#pragma pop_macro("ptr")
#endif
#ifdef OAIWIRE_HELD_ptrdiff_t
#undef OAIWIRE_HELD_ptrdiff_t
#pragma pop_macro("ptrdiff_t")
#endif
#ifdef OAIWIRE_HELD_pubimbue
#undef OAIWIRE_HELD_pubimbue
#pragma pop_macro("pubimbue")
#endif
#ifdef OAIWIRE_HELD_public
#undef OAIWIRE_HELD_public
#pragma pop_macro("public")
#endif
#ifdef OAIWIRE_HELD_pubseekoff
#undef OAIWIRE_HELD_pubseekoff
#pragma pop_macro("pubseekoff")
#endif
#ifdef OAIWIRE_HELD_pubseekpos
#undef OAIWIRE_HELD_pubseekpos
#pragma pop_macro("pubseekpos")
#endif
#ifdef OAIWIRE_HELD_pubsetbuf
#undef OAIWIRE_HELD_pubsetbuf
#pragma pop_macro("pubsetbuf")
#endif
#ifdef OAIWIRE_HELD_pubsync
#undef OAIWIRE_HELD_pubsync
#pragma pop_macro("pubsync")
#endif
#ifdef OAIWIRE_HELD_pulled
#undef OAIWIRE_HELD_pulled
#pragma pop_macro("pulled")
#endif
#ifdef OAIWIRE_HELD_pump
#undef OAIWIRE_HELD_pump
#pragma pop_macro("pump")
#endif
#ifdef OAIWIRE_HELD_punct
#undef OAIWIRE_HELD_punct
#pragma pop_macro("punct")
#endif
#ifdef OAIWIRE_HELD_purpose
#undef OAIWIRE_HELD_purpose
#pragma pop_macro("purpose")
#endif
#ifdef OAIWIRE_HELD_push
#undef OAIWIRE_HELD_push
#pragma pop_macro("push")
#endif
#ifdef OAIWIRE_HELD_push_back
#undef OAIWIRE_HELD_push_back
#pragma pop_macro("push_back")
#endif
#ifdef OAIWIRE_HELD_push_front
#undef OAIWIRE_HELD_push_front
#pragma pop_macro("push_front")
#endif
#ifdef OAIWIRE_HELD_push_heap
#undef OAIWIRE_HELD_push_heap
#pragma pop_macro("push_heap")
#endif
#ifdef OAIWIRE_HELD_put
#undef OAIWIRE_HELD_put
#pragma pop_macro("put")
#endif
#ifdef OAIWIRE_HELD_putback
#undef OAIWIRE_HELD_putback
#pragma pop_macro("putback")
#endif
#ifdef OAIWIRE_HELD_putc
#undef OAIWIRE_HELD_putc
#pragma pop_macro("putc")
#endif
#ifdef OAIWIRE_HELD_putchar
#undef OAIWIRE_HELD_putchar
#pragma pop_macro("putchar")
#endif
#ifdef OAIWIRE_HELD_puts
#undef OAIWIRE_HELD_puts
#pragma pop_macro("puts")
#endif
#ifdef OAIWIRE_HELD_putwc
#undef OAIWIRE_HELD_putwc
#pragma pop_macro("putwc")
#endif
#ifdef OAIWIRE_HELD_putwchar
#undef OAIWIRE_HELD_putwchar
#pragma pop_macro("putwchar")
#endif
#ifdef OAIWIRE_HELD_pword
#undef OAIWIRE_HELD_pword
#pragma pop_macro("pword")
#endif
#ifdef OAIWIRE_HELD_q
#undef OAIWIRE_HELD_q
#pragma pop_macro("q")
#endif
#ifdef OAIWIRE_HELD_qsort
#undef OAIWIRE_HELD_qsort
#pragma pop_macro("qsort")
#endif
#ifdef OAIWIRE_HELD_quad
#undef OAIWIRE_HELD_quad
#pragma pop_macro("quad")
#endif
#ifdef OAIWIRE_HELD_quality
#undef OAIWIRE_HELD_quality
#pragma pop_macro("quality")
#endif
#ifdef OAIWIRE_HELD_quarters
#undef OAIWIRE_HELD_quarters
#pragma pop_macro("quarters")
#endif
#ifdef OAIWIRE_HELD_queries
#undef OAIWIRE_HELD_queries
#pragma pop_macro("queries")
#endif
#ifdef OAIWIRE_HELD_query
#undef OAIWIRE_HELD_query
#pragma pop_macro("query")
#endif
#ifdef OAIWIRE_HELD_questions
#undef OAIWIRE_HELD_questions
#pragma pop_macro("questions")
#endif
#ifdef OAIWIRE_HELD_queue
#undef OAIWIRE_HELD_queue
#pragma pop_macro("queue")
#endif
#ifdef OAIWIRE_HELD_queued
#undef OAIWIRE_HELD_queued
#pragma pop_macro("queued")
#endif
#ifdef OAIWIRE_HELD_quick_exit
#undef OAIWIRE_HELD_quick_exit
#pragma pop_macro("quick_exit")
#endif
#ifdef OAIWIRE_HELD_quiet_NaN
#undef OAIWIRE_HELD_quiet_NaN
#pragma pop_macro("quiet_NaN")
#endif
#ifdef OAIWIRE_HELD_quirks
#undef OAIWIRE_HELD_quirks
#pragma pop_macro("quirks")
#endif
#ifdef OAIWIRE_HELD_quot
#undef OAIWIRE_HELD_quot
#pragma pop_macro("quot")
#endif
#ifdef OAIWIRE_HELD_quote
#undef OAIWIRE_HELD_quote
#pragma pop_macro("quote")
#endif
#ifdef OAIWIRE_HELD_quoted
#undef OAIWIRE_HELD_quoted
#pragma pop_macro("quoted")
#endif
#ifdef OAIWIRE_HELD_quotes
#undef OAIWIRE_HELD_quotes
#pragma pop_macro("quotes")
#endif
#ifdef OAIWIRE_HELD_qwen
#undef OAIWIRE_HELD_qwen
#pragma pop_macro("qwen")
#endif
#ifdef OAIWIRE_HELD_r
#undef OAIWIRE_HELD_r
#pragma pop_macro("r")
#endif
#ifdef OAIWIRE_HELD_r9s
#undef OAIWIRE_HELD_r9s
#pragma pop_macro("r9s")
#endif
#ifdef OAIWIRE_HELD_radix
#undef OAIWIRE_HELD_radix
#pragma pop_macro("radix")
#endif
#ifdef OAIWIRE_HELD_raise
#undef OAIWIRE_HELD_raise
#pragma pop_macro("raise")
#endif
#ifdef OAIWIRE_HELD_ran
#undef OAIWIRE_HELD_ran
#pragma pop_macro("ran")
#endif
#ifdef OAIWIRE_HELD_rand
#undef OAIWIRE_HELD_rand
#pragma pop_macro("rand")
#endif
#ifdef OAIWIRE_HELD_random
#undef OAIWIRE_HELD_random
#pragma pop_macro("random")
#endif
#ifdef OAIWIRE_HELD_random_device
#undef OAIWIRE_HELD_random_device
#pragma pop_macro("random_device")
#endif
#ifdef OAIWIRE_HELD_range
#undef OAIWIRE_HELD_range
#pragma pop_macro("range")
#endif
#ifdef OAIWIRE_HELD_ranges
#undef OAIWIRE_HELD_ranges
#pragma pop_macro("ranges")
#endif
#ifdef OAIWIRE_HELD_rank
#undef OAIWIRE_HELD_rank
#pragma pop_macro("rank")
#endif
#ifdef OAIWIRE_HELD_ranker
#undef OAIWIRE_HELD_ranker
#pragma pop_macro("ranker")
#endif
#ifdef OAIWIRE_HELD_rare
#undef OAIWIRE_HELD_rare
#pragma pop_macro("rare")
#endif
#ifdef OAIWIRE_HELD_rate
#undef OAIWIRE_HELD_rate
#pragma pop_macro("rate")
#endif
#ifdef OAIWIRE_HELD_ratio
#undef OAIWIRE_HELD_ratio
#pragma pop_macro("ratio")
#endif
#ifdef OAIWIRE_HELD_raw
#undef OAIWIRE_HELD_raw
#pragma pop_macro("raw")
#endif
#ifdef OAIWIRE_HELD_rbegin
#undef OAIWIRE_HELD_rbegin
#pragma pop_macro("rbegin")
#endif
#ifdef OAIWIRE_HELD_rdbuf
#undef OAIWIRE_HELD_rdbuf
#pragma pop_macro("rdbuf")
#endif
#ifdef OAIWIRE_HELD_rdstate
#undef OAIWIRE_HELD_rdstate
#pragma pop_macro("rdstate")
#endif
#ifdef OAIWIRE_HELD_reach
#undef OAIWIRE_HELD_reach
#pragma pop_macro("reach")
#endif
#ifdef OAIWIRE_HELD_read
#undef OAIWIRE_HELD_read
#pragma pop_macro("read")
#endif
#ifdef OAIWIRE_HELD_read_only
#undef OAIWIRE_HELD_read_only
#pragma pop_macro("read_only")
#endif
#ifdef OAIWIRE_HELD_reader
#undef OAIWIRE_HELD_reader
#pragma pop_macro("reader")
#endif
#ifdef OAIWIRE_HELD_reading
#undef OAIWIRE_HELD_reading
#pragma pop_macro("reading")
#endif
#ifdef OAIWIRE_HELD_reads
#undef OAIWIRE_HELD_reads
#pragma pop_macro("reads")
#endif
#ifdef OAIWIRE_HELD_readsome
#undef OAIWIRE_HELD_readsome
#pragma pop_macro("readsome")
#endif
#ifdef OAIWIRE_HELD_ready
#undef OAIWIRE_HELD_ready
#pragma pop_macro("ready")
#endif
#ifdef OAIWIRE_HELD_real
#undef OAIWIRE_HELD_real
#pragma pop_macro("real")
#endif
#ifdef OAIWIRE_HELD_realloc
#undef OAIWIRE_HELD_realloc
#pragma pop_macro("realloc")
#endif
#ifdef OAIWIRE_HELD_reason
#undef OAIWIRE_HELD_reason
#pragma pop_macro("reason")
#endif
#ifdef OAIWIRE_HELD_reasoning
#undef OAIWIRE_HELD_reasoning
#pragma pop_macro("reasoning")
#endif
#ifdef OAIWIRE_HELD_reasons
#undef OAIWIRE_HELD_reasons
#pragma pop_macro("reasons")
#endif
#ifdef OAIWIRE_HELD_rebind
#undef OAIWIRE_HELD_rebind
#pragma pop_macro("rebind")
#endif
#ifdef OAIWIRE_HELD_receive
#undef OAIWIRE_HELD_receive
#pragma pop_macro("receive")
#endif
#ifdef OAIWIRE_HELD_received
#undef OAIWIRE_HELD_received
#pragma pop_macro("received")
#endif
#ifdef OAIWIRE_HELD_receiving
#undef OAIWIRE_HELD_receiving
#pragma pop_macro("receiving")
#endif
#ifdef OAIWIRE_HELD_recognises
#undef OAIWIRE_HELD_recognises
#pragma pop_macro("recognises")
#endif
#ifdef OAIWIRE_HELD_record
#undef OAIWIRE_HELD_record
#pragma pop_macro("record")
#endif
#ifdef OAIWIRE_HELD_recorded
#undef OAIWIRE_HELD_recorded
#pragma pop_macro("recorded")
#endif
#ifdef OAIWIRE_HELD_recording
#undef OAIWIRE_HELD_recording
#pragma pop_macro("recording")
#endif
#ifdef OAIWIRE_HELD_recursive
#undef OAIWIRE_HELD_recursive
#pragma pop_macro("recursive")
#endif
#ifdef OAIWIRE_HELD_recv
#undef OAIWIRE_HELD_recv
#pragma pop_macro("recv")
#endif
#ifdef OAIWIRE_HELD_redact
#undef OAIWIRE_HELD_redact
#pragma pop_macro("redact")
#endif
#ifdef OAIWIRE_HELD_redirects
#undef OAIWIRE_HELD_redirects
#pragma pop_macro("redirects")
#endif
#ifdef OAIWIRE_HELD_reduce
#undef OAIWIRE_HELD_reduce
#pragma pop_macro("reduce")
#endif
#ifdef OAIWIRE_HELD_ref
#undef OAIWIRE_HELD_ref
#pragma pop_macro("ref")
#endif
#ifdef OAIWIRE_HELD_refcount
#undef OAIWIRE_HELD_refcount
#pragma pop_macro("refcount")
#endif
#ifdef OAIWIRE_HELD_reference
#undef OAIWIRE_HELD_reference
#pragma pop_macro("reference")
#endif
#ifdef OAIWIRE_HELD_refill
#undef OAIWIRE_HELD_refill
#pragma pop_macro("refill")
#endif
#ifdef OAIWIRE_HELD_reflect
#undef OAIWIRE_HELD_reflect
#pragma pop_macro("reflect")
#endif
#ifdef OAIWIRE_HELD_reframe
#undef OAIWIRE_HELD_reframe
#pragma pop_macro("reframe")
#endif
#ifdef OAIWIRE_HELD_refresh
#undef OAIWIRE_HELD_refresh
#pragma pop_macro("refresh")
#endif
#ifdef OAIWIRE_HELD_refusal
#undef OAIWIRE_HELD_refusal
#pragma pop_macro("refusal")
#endif
#ifdef OAIWIRE_HELD_refuse
#undef OAIWIRE_HELD_refuse
#pragma pop_macro("refuse")
#endif
#ifdef OAIWIRE_HELD_refused
#undef OAIWIRE_HELD_refused
#pragma pop_macro("refused")
#endif
#ifdef OAIWIRE_HELD_regex
#undef OAIWIRE_HELD_regex
#pragma pop_macro("regex")
#endif
#ifdef OAIWIRE_HELD_region
#undef OAIWIRE_HELD_region
#pragma pop_macro("region")
#endif
#ifdef OAIWIRE_HELD_register
#undef OAIWIRE_HELD_register
#pragma pop_macro("register")
#endif
#ifdef OAIWIRE_HELD_regular
#undef OAIWIRE_HELD_regular
#pragma pop_macro("regular")
#endif
#ifdef OAIWIRE_HELD_rehash
#undef OAIWIRE_HELD_rehash
#pragma pop_macro("rehash")
#endif
#ifdef OAIWIRE_HELD_reinforcement
#undef OAIWIRE_HELD_reinforcement
#pragma pop_macro("reinforcement")
#endif
#ifdef OAIWIRE_HELD_reinterpret_cast
#undef OAIWIRE_HELD_reinterpret_cast
#pragma pop_macro("reinterpret_cast")
#endif
#ifdef OAIWIRE_HELD_relation
#undef OAIWIRE_HELD_relation
#pragma pop_macro("relation")
#endif
#ifdef OAIWIRE_HELD_relative
#undef OAIWIRE_HELD_relative
#pragma pop_macro("relative")
#endif
#ifdef OAIWIRE_HELD_relax
#undef OAIWIRE_HELD_relax
#pragma pop_macro("relax")
#endif
#ifdef OAIWIRE_HELD_relaxed
#undef OAIWIRE_HELD_relaxed
#pragma pop_macro("relaxed")
#endif
#ifdef OAIWIRE_HELD_release
#undef OAIWIRE_HELD_release
#pragma pop_macro("release")
#endif
#ifdef OAIWIRE_HELD_rem
#undef OAIWIRE_HELD_rem
#pragma pop_macro("rem")
#endif
#ifdef OAIWIRE_HELD_remainder
#undef OAIWIRE_HELD_remainder
#pragma pop_macro("remainder")
#endif
#ifdef OAIWIRE_HELD_remainderf
#undef OAIWIRE_HELD_remainderf
#pragma pop_macro("remainderf")
#endif
#ifdef OAIWIRE_HELD_remainderl
#undef OAIWIRE_HELD_remainderl
#pragma pop_macro("remainderl")
#endif
#ifdef OAIWIRE_HELD_remaining
#undef OAIWIRE_HELD_remaining
#pragma pop_macro("remaining")
#endif
#ifdef OAIWIRE_HELD_remote
#undef OAIWIRE_HELD_remote
#pragma pop_macro("remote")
#endif
#ifdef OAIWIRE_HELD_remove
#undef OAIWIRE_HELD_remove
#pragma pop_macro("remove")
#endif
#ifdef OAIWIRE_HELD_remove_const_t
#undef OAIWIRE_HELD_remove_const_t
#pragma pop_macro("remove_const_t")
#endif
#ifdef OAIWIRE_HELD_remove_cv_t
#undef OAIWIRE_HELD_remove_cv_t
#pragma pop_macro("remove_cv_t")
#endif
#ifdef OAIWIRE_HELD_remove_cvref_t
#undef OAIWIRE_HELD_remove_cvref_t
#pragma pop_macro("remove_cvref_t")
#endif
#ifdef OAIWIRE_HELD_remove_if
#undef OAIWIRE_HELD_remove_if
#pragma pop_macro("remove_if")
#endif
#ifdef OAIWIRE_HELD_remove_pointer_t
#undef OAIWIRE_HELD_remove_pointer_t
#pragma pop_macro("remove_pointer_t")
#endif
#ifdef OAIWIRE_HELD_remove_reference_t
#undef OAIWIRE_HELD_remove_reference_t
#pragma pop_macro("remove_reference_t")
#endif
#ifdef OAIWIRE_HELD_remquo
#undef OAIWIRE_HELD_remquo
#pragma pop_macro("remquo")
#endif
#ifdef OAIWIRE_HELD_remquof
#undef OAIWIRE_HELD_remquof
#pragma pop_macro("remquof")
#endif
#ifdef OAIWIRE_HELD_remquol
#undef OAIWIRE_HELD_remquol
#pragma pop_macro("remquol")
#endif
#ifdef OAIWIRE_HELD_rename
#undef OAIWIRE_HELD_rename
#pragma pop_macro("rename")
#endif
#ifdef OAIWIRE_HELD_renamed
#undef OAIWIRE_HELD_renamed
#pragma pop_macro("renamed")
#endif
#ifdef OAIWIRE_HELD_rend
#undef OAIWIRE_HELD_rend
#pragma pop_macro("rend")
#endif
#ifdef OAIWIRE_HELD_renew
#undef OAIWIRE_HELD_renew
#pragma pop_macro("renew")
#endif
#ifdef OAIWIRE_HELD_renewed
#undef OAIWIRE_HELD_renewed
#pragma pop_macro("renewed")
#endif
#ifdef OAIWIRE_HELD_rep
#undef OAIWIRE_HELD_rep
#pragma pop_macro("rep")
#endif
#ifdef OAIWIRE_HELD_repair
#undef OAIWIRE_HELD_repair
#pragma pop_macro("repair")
#endif
#ifdef OAIWIRE_HELD_repaired
#undef OAIWIRE_HELD_repaired
#pragma pop_macro("repaired")
#endif
#ifdef OAIWIRE_HELD_repairs
#undef OAIWIRE_HELD_repairs
#pragma pop_macro("repairs")
#endif
#ifdef OAIWIRE_HELD_repeat
#undef OAIWIRE_HELD_repeat
#pragma pop_macro("repeat")
#endif
#ifdef OAIWIRE_HELD_repeats
#undef OAIWIRE_HELD_repeats
#pragma pop_macro("repeats")
#endif
#ifdef OAIWIRE_HELD_replace
#undef OAIWIRE_HELD_replace
#pragma pop_macro("replace")
#endif
#ifdef OAIWIRE_HELD_replace_if
#undef OAIWIRE_HELD_replace_if
#pragma pop_macro("replace_if")
#endif
#ifdef OAIWIRE_HELD_report
#undef OAIWIRE_HELD_report
#pragma pop_macro("report")
#endif
#ifdef OAIWIRE_HELD_reported
#undef OAIWIRE_HELD_reported
#pragma pop_macro("reported")
#endif
#ifdef OAIWIRE_HELD_reports
#undef OAIWIRE_HELD_reports
#pragma pop_macro("reports")
#endif
#ifdef OAIWIRE_HELD_request
#undef OAIWIRE_HELD_request
#pragma pop_macro("request")
#endif
#ifdef OAIWIRE_HELD_requests
#undef OAIWIRE_HELD_requests
#pragma pop_macro("requests")
#endif
#ifdef OAIWIRE_HELD_require
#undef OAIWIRE_HELD_require
#pragma pop_macro("require")
#endif
#ifdef OAIWIRE_HELD_required
#undef OAIWIRE_HELD_required
#pragma pop_macro("required")
#endif
#ifdef OAIWIRE_HELD_requires
#undef OAIWIRE_HELD_requires
#pragma pop_macro("requires")
#endif
#ifdef OAIWIRE_HELD_res
#undef OAIWIRE_HELD_res
#pragma pop_macro("res")
#endif
#ifdef OAIWIRE_HELD_reserve
#undef OAIWIRE_HELD_reserve
#pragma pop_macro("reserve")
#endif
#ifdef OAIWIRE_HELD_reset
#undef OAIWIRE_HELD_reset
#pragma pop_macro("reset")
#endif
#ifdef OAIWIRE_HELD_resetiosflags
#undef OAIWIRE_HELD_resetiosflags
#pragma pop_macro("resetiosflags")
#endif
#ifdef OAIWIRE_HELD_resize
#undef OAIWIRE_HELD_resize
#pragma pop_macro("resize")
#endif
#ifdef OAIWIRE_HELD_resolve
#undef OAIWIRE_HELD_resolve
#pragma pop_macro("resolve")
#endif
#ifdef OAIWIRE_HELD_resolver
#undef OAIWIRE_HELD_resolver
#pragma pop_macro("resolver")
#endif
#ifdef OAIWIRE_HELD_resolving
#undef OAIWIRE_HELD_resolving
#pragma pop_macro("resolving")
#endif
#ifdef OAIWIRE_HELD_resource
#undef OAIWIRE_HELD_resource
#pragma pop_macro("resource")
#endif
#ifdef OAIWIRE_HELD_respond
#undef OAIWIRE_HELD_respond
#pragma pop_macro("respond")
#endif
#ifdef OAIWIRE_HELD_responder
#undef OAIWIRE_HELD_responder
#pragma pop_macro("responder")
#endif
#ifdef OAIWIRE_HELD_responding
#undef OAIWIRE_HELD_responding
#pragma pop_macro("responding")
#endif
#ifdef OAIWIRE_HELD_response
#undef OAIWIRE_HELD_response
#pragma pop_macro("response")
#endif
#ifdef OAIWIRE_HELD_responses
#undef OAIWIRE_HELD_responses
#pragma pop_macro("responses")
#endif
#ifdef OAIWIRE_HELD_rest
#undef OAIWIRE_HELD_rest
#pragma pop_macro("rest")
#endif
#ifdef OAIWIRE_HELD_restart
#undef OAIWIRE_HELD_restart
#pragma pop_macro("restart")
#endif
#ifdef OAIWIRE_HELD_restore
#undef OAIWIRE_HELD_restore
#pragma pop_macro("restore")
#endif
#ifdef OAIWIRE_HELD_result
#undef OAIWIRE_HELD_result
#pragma pop_macro("result")
#endif
#ifdef OAIWIRE_HELD_results
#undef OAIWIRE_HELD_results
#pragma pop_macro("results")
#endif
#ifdef OAIWIRE_HELD_resume
#undef OAIWIRE_HELD_resume
#pragma pop_macro("resume")
#endif
#ifdef OAIWIRE_HELD_retained
#undef OAIWIRE_HELD_retained
#pragma pop_macro("retained")
#endif
#ifdef OAIWIRE_HELD_rethrow
#undef OAIWIRE_HELD_rethrow
#pragma pop_macro("rethrow")
#endif
#ifdef OAIWIRE_HELD_rethrow_exception
#undef OAIWIRE_HELD_rethrow_exception
#pragma pop_macro("rethrow_exception")
#endif
#ifdef OAIWIRE_HELD_retire
#undef OAIWIRE_HELD_retire
#pragma pop_macro("retire")
#endif
#ifdef OAIWIRE_HELD_retries
#undef OAIWIRE_HELD_retries
#pragma pop_macro("retries")
#endif
#ifdef OAIWIRE_HELD_retry
#undef OAIWIRE_HELD_retry
#pragma pop_macro("retry")
#endif
#ifdef OAIWIRE_HELD_return
#undef OAIWIRE_HELD_return
#pragma pop_macro("return")
#endif
#ifdef OAIWIRE_HELD_returned
#undef OAIWIRE_HELD_returned
#pragma pop_macro("returned")
#endif
#ifdef OAIWIRE_HELD_reused
#undef OAIWIRE_HELD_reused
#pragma pop_macro("reused")
#endif
#ifdef OAIWIRE_HELD_reveal
#undef OAIWIRE_HELD_reveal
#pragma pop_macro("reveal")
#endif
#ifdef OAIWIRE_HELD_revents
#undef OAIWIRE_HELD_revents
#pragma pop_macro("revents")
#endif
#ifdef OAIWIRE_HELD_reverse
#undef OAIWIRE_HELD_reverse
#pragma pop_macro("reverse")
#endif
#ifdef OAIWIRE_HELD_reverse_iterator
#undef OAIWIRE_HELD_reverse_iterator
#pragma pop_macro("reverse_iterator")
#endif
#ifdef OAIWIRE_HELD_revive
#undef OAIWIRE_HELD_revive
#pragma pop_macro("revive")
#endif
#ifdef OAIWIRE_HELD_reward
#undef OAIWIRE_HELD_reward
#pragma pop_macro("reward")
#endif
#ifdef OAIWIRE_HELD_rewind
#undef OAIWIRE_HELD_rewind
#pragma pop_macro("rewind")
#endif
#ifdef OAIWIRE_HELD_rfind
#undef OAIWIRE_HELD_rfind
#pragma pop_macro("rfind")
#endif
#ifdef OAIWIRE_HELD_right
#undef OAIWIRE_HELD_right
#pragma pop_macro("right")
#endif
#ifdef OAIWIRE_HELD_ring
#undef OAIWIRE_HELD_ring
#pragma pop_macro("ring")
#endif
#ifdef OAIWIRE_HELD_rint
#undef OAIWIRE_HELD_rint
#pragma pop_macro("rint")
#endif
#ifdef OAIWIRE_HELD_rintf
#undef OAIWIRE_HELD_rintf
#pragma pop_macro("rintf")
#endif
#ifdef OAIWIRE_HELD_rintl
#undef OAIWIRE_HELD_rintl
#pragma pop_macro("rintl")
#endif
#ifdef OAIWIRE_HELD_rng
#undef OAIWIRE_HELD_rng
#pragma pop_macro("rng")
#endif
#ifdef OAIWIRE_HELD_role
#undef OAIWIRE_HELD_role
#pragma pop_macro("role")
#endif
#ifdef OAIWIRE_HELD_roles
#undef OAIWIRE_HELD_roles
#pragma pop_macro("roles")
#endif
#ifdef OAIWIRE_HELD_room
#undef OAIWIRE_HELD_room
#pragma pop_macro("room")
#endif
#ifdef OAIWIRE_HELD_room32
#undef OAIWIRE_HELD_room32
#pragma pop_macro("room32")
#endif
#ifdef OAIWIRE_HELD_root
#undef OAIWIRE_HELD_root
#pragma pop_macro("root")
#endif
#ifdef OAIWIRE_HELD_rotate
#undef OAIWIRE_HELD_rotate
#pragma pop_macro("rotate")
#endif
#ifdef OAIWIRE_HELD_rotl
#undef OAIWIRE_HELD_rotl
#pragma pop_macro("rotl")
#endif
#ifdef OAIWIRE_HELD_rotr
#undef OAIWIRE_HELD_rotr
#pragma pop_macro("rotr")
#endif
#ifdef OAIWIRE_HELD_round
#undef OAIWIRE_HELD_round
#pragma pop_macro("round")
#endif
#ifdef OAIWIRE_HELD_rounded
#undef OAIWIRE_HELD_rounded
#pragma pop_macro("rounded")
#endif
#ifdef OAIWIRE_HELD_roundf
#undef OAIWIRE_HELD_roundf
#pragma pop_macro("roundf")
#endif
#ifdef OAIWIRE_HELD_roundl
#undef OAIWIRE_HELD_roundl
#pragma pop_macro("roundl")
#endif
#ifdef OAIWIRE_HELD_rounds
#undef OAIWIRE_HELD_rounds
#pragma pop_macro("rounds")
#endif
#ifdef OAIWIRE_HELD_route
#undef OAIWIRE_HELD_route
#pragma pop_macro("route")
#endif
#ifdef OAIWIRE_HELD_routes
#undef OAIWIRE_HELD_routes
#pragma pop_macro("routes")
#endif
#ifdef OAIWIRE_HELD_row
#undef OAIWIRE_HELD_row
#pragma pop_macro("row")
#endif
#ifdef OAIWIRE_HELD_rows
#undef OAIWIRE_HELD_rows
#pragma pop_macro("rows")
#endif
#ifdef OAIWIRE_HELD_rtp
#undef OAIWIRE_HELD_rtp
#pragma pop_macro("rtp")
#endif
#ifdef OAIWIRE_HELD_rule
#undef OAIWIRE_HELD_rule
#pragma pop_macro("rule")
#endif
#ifdef OAIWIRE_HELD_rules
#undef OAIWIRE_HELD_rules
#pragma pop_macro("rules")
#endif
#ifdef OAIWIRE_HELD_run
#undef OAIWIRE_HELD_run
#pragma pop_macro("run")
#endif
#ifdef OAIWIRE_HELD_running
#undef OAIWIRE_HELD_running
#pragma pop_macro("running")
#endif
#ifdef OAIWIRE_HELD_runs
#undef OAIWIRE_HELD_runs
#pragma pop_macro("runs")
#endif
#ifdef OAIWIRE_HELD_runtime_error
#undef OAIWIRE_HELD_runtime_error
#pragma pop_macro("runtime_error")
#endif
#ifdef OAIWIRE_HELD_s
#undef OAIWIRE_HELD_s
#pragma pop_macro("s")
#endif
#ifdef OAIWIRE_HELD_said
#undef OAIWIRE_HELD_said
#pragma pop_macro("said")
#endif
#ifdef OAIWIRE_HELD_salt
#undef OAIWIRE_HELD_salt
#pragma pop_macro("salt")
#endif
#ifdef OAIWIRE_HELD_same
#undef OAIWIRE_HELD_same
#pragma pop_macro("same")
#endif
#ifdef OAIWIRE_HELD_same_as
#undef OAIWIRE_HELD_same_as
#pragma pop_macro("same_as")
#endif
#ifdef OAIWIRE_HELD_sample
#undef OAIWIRE_HELD_sample
#pragma pop_macro("sample")
#endif
#ifdef OAIWIRE_HELD_sampling
#undef OAIWIRE_HELD_sampling
#pragma pop_macro("sampling")
#endif
#ifdef OAIWIRE_HELD_save
#undef OAIWIRE_HELD_save
#pragma pop_macro("save")
#endif
#ifdef OAIWIRE_HELD_saved
#undef OAIWIRE_HELD_saved
#pragma pop_macro("saved")
#endif
#ifdef OAIWIRE_HELD_say
#undef OAIWIRE_HELD_say
#pragma pop_macro("say")
#endif
#ifdef OAIWIRE_HELD_says
#undef OAIWIRE_HELD_says
#pragma pop_macro("says")
#endif
#ifdef OAIWIRE_HELD_sbumpc
#undef OAIWIRE_HELD_sbumpc
#pragma pop_macro("sbumpc")
#endif
#ifdef OAIWIRE_HELD_scalar
#undef OAIWIRE_HELD_scalar
#pragma pop_macro("scalar")
#endif
#ifdef OAIWIRE_HELD_scalbln
#undef OAIWIRE_HELD_scalbln
#pragma pop_macro("scalbln")
#endif
#ifdef OAIWIRE_HELD_scalblnf
#undef OAIWIRE_HELD_scalblnf
#pragma pop_macro("scalblnf")
#endif
#ifdef OAIWIRE_HELD_scalblnl
#undef OAIWIRE_HELD_scalblnl
#pragma pop_macro("scalblnl")
#endif
#ifdef OAIWIRE_HELD_scalbn
#undef OAIWIRE_HELD_scalbn
#pragma pop_macro("scalbn")
#endif
#ifdef OAIWIRE_HELD_scalbnf
#undef OAIWIRE_HELD_scalbnf
#pragma pop_macro("scalbnf")
#endif
#ifdef OAIWIRE_HELD_scalbnl
#undef OAIWIRE_HELD_scalbnl
#pragma pop_macro("scalbnl")
#endif
#ifdef OAIWIRE_HELD_scale
#undef OAIWIRE_HELD_scale
#pragma pop_macro("scale")
#endif
#ifdef OAIWIRE_HELD_scales
#undef OAIWIRE_HELD_scales
#pragma pop_macro("scales")
#endif
#ifdef OAIWIRE_HELD_scanf
#undef OAIWIRE_HELD_scanf
#pragma pop_macro("scanf")
#endif
#ifdef OAIWIRE_HELD_schema
#undef OAIWIRE_HELD_schema
#pragma pop_macro("schema")
#endif
#ifdef OAIWIRE_HELD_schemas
#undef OAIWIRE_HELD_schemas
#pragma pop_macro("schemas")
#endif
#ifdef OAIWIRE_HELD_scheme
#undef OAIWIRE_HELD_scheme
#pragma pop_macro("scheme")
#endif
#ifdef OAIWIRE_HELD_scientific
#undef OAIWIRE_HELD_scientific
#pragma pop_macro("scientific")
#endif
#ifdef OAIWIRE_HELD_scope
#undef OAIWIRE_HELD_scope
#pragma pop_macro("scope")
#endif
#ifdef OAIWIRE_HELD_score
#undef OAIWIRE_HELD_score
#pragma pop_macro("score")
#endif
#ifdef OAIWIRE_HELD_scores
#undef OAIWIRE_HELD_scores
#pragma pop_macro("scores")
#endif
#ifdef OAIWIRE_HELD_scratch
#undef OAIWIRE_HELD_scratch
#pragma pop_macro("scratch")
#endif
#ifdef OAIWIRE_HELD_script
#undef OAIWIRE_HELD_script
#pragma pop_macro("script")
#endif
#ifdef OAIWIRE_HELD_scrubber
#undef OAIWIRE_HELD_scrubber
#pragma pop_macro("scrubber")
#endif
#ifdef OAIWIRE_HELD_sdp
#undef OAIWIRE_HELD_sdp
#pragma pop_macro("sdp")
#endif
#ifdef OAIWIRE_HELD_seal
#undef OAIWIRE_HELD_seal
#pragma pop_macro("seal")
#endif
#ifdef OAIWIRE_HELD_sealable
#undef OAIWIRE_HELD_sealable
#pragma pop_macro("sealable")
#endif
#ifdef OAIWIRE_HELD_sealed
#undef OAIWIRE_HELD_sealed
#pragma pop_macro("sealed")
#endif
#ifdef OAIWIRE_HELD_seam
#undef OAIWIRE_HELD_seam
#pragma pop_macro("seam")
#endif
#ifdef OAIWIRE_HELD_search
#undef OAIWIRE_HELD_search
#pragma pop_macro("search")
#endif
#ifdef OAIWIRE_HELD_searching
#undef OAIWIRE_HELD_searching
#pragma pop_macro("searching")
#endif
#ifdef OAIWIRE_HELD_second
#undef OAIWIRE_HELD_second
#pragma pop_macro("second")
#endif
#ifdef OAIWIRE_HELD_seconds
#undef OAIWIRE_HELD_seconds
#pragma pop_macro("seconds")
#endif
#ifdef OAIWIRE_HELD_secret
#undef OAIWIRE_HELD_secret
#pragma pop_macro("secret")
#endif
#ifdef OAIWIRE_HELD_secrets
#undef OAIWIRE_HELD_secrets
#pragma pop_macro("secrets")
#endif
#ifdef OAIWIRE_HELD_secure
#undef OAIWIRE_HELD_secure
#pragma pop_macro("secure")
#endif
#ifdef OAIWIRE_HELD_seed
#undef OAIWIRE_HELD_seed
#pragma pop_macro("seed")
#endif
#ifdef OAIWIRE_HELD_seek
#undef OAIWIRE_HELD_seek
#pragma pop_macro("seek")
#endif
#ifdef OAIWIRE_HELD_seekdir
#undef OAIWIRE_HELD_seekdir
#pragma pop_macro("seekdir")
#endif
#ifdef OAIWIRE_HELD_seekg
#undef OAIWIRE_HELD_seekg
#pragma pop_macro("seekg")
#endif
#ifdef OAIWIRE_HELD_seekoff
#undef OAIWIRE_HELD_seekoff
#pragma pop_macro("seekoff")
#endif
#ifdef OAIWIRE_HELD_seekp
#undef OAIWIRE_HELD_seekp
#pragma pop_macro("seekp")
#endif
#ifdef OAIWIRE_HELD_seekpos
#undef OAIWIRE_HELD_seekpos
#pragma pop_macro("seekpos")
#endif
#ifdef OAIWIRE_HELD_seen
#undef OAIWIRE_HELD_seen
#pragma pop_macro("seen")
#endif
#ifdef OAIWIRE_HELD_segment
#undef OAIWIRE_HELD_segment
#pragma pop_macro("segment")
#endif
#ifdef OAIWIRE_HELD_segments
#undef OAIWIRE_HELD_segments
#pragma pop_macro("segments")
#endif
#ifdef OAIWIRE_HELD_seldom
#undef OAIWIRE_HELD_seldom
#pragma pop_macro("seldom")
#endif
#ifdef OAIWIRE_HELD_select
#undef OAIWIRE_HELD_select
#pragma pop_macro("select")
#endif
#ifdef OAIWIRE_HELD_self
#undef OAIWIRE_HELD_self
#pragma pop_macro("self")
#endif
#ifdef OAIWIRE_HELD_sema
#undef OAIWIRE_HELD_sema
#pragma pop_macro("sema")
#endif
#ifdef OAIWIRE_HELD_semiregular
#undef OAIWIRE_HELD_semiregular
#pragma pop_macro("semiregular")
#endif
#ifdef OAIWIRE_HELD_send
#undef OAIWIRE_HELD_send
#pragma pop_macro("send")
#endif
#ifdef OAIWIRE_HELD_sending
#undef OAIWIRE_HELD_sending
#pragma pop_macro("sending")
#endif
#ifdef OAIWIRE_HELD_sends
#undef OAIWIRE_HELD_sends
#pragma pop_macro("sends")
#endif
#ifdef OAIWIRE_HELD_sensitive
#undef OAIWIRE_HELD_sensitive
#pragma pop_macro("sensitive")
#endif
#ifdef OAIWIRE_HELD_sent
#undef OAIWIRE_HELD_sent
#pragma pop_macro("sent")
#endif
#ifdef OAIWIRE_HELD_sentry
#undef OAIWIRE_HELD_sentry
#pragma pop_macro("sentry")
#endif
#ifdef OAIWIRE_HELD_separate
#undef OAIWIRE_HELD_separate
#pragma pop_macro("separate")
#endif
#ifdef OAIWIRE_HELD_separator
#undef OAIWIRE_HELD_separator
#pragma pop_macro("separator")
#endif
#ifdef OAIWIRE_HELD_seq
#undef OAIWIRE_HELD_seq
#pragma pop_macro("seq")
#endif
#ifdef OAIWIRE_HELD_sequence
#undef OAIWIRE_HELD_sequence
#pragma pop_macro("sequence")
#endif
#ifdef OAIWIRE_HELD_serve
#undef OAIWIRE_HELD_serve
#pragma pop_macro("serve")
#endif
#ifdef OAIWIRE_HELD_served
#undef OAIWIRE_HELD_served
#pragma pop_macro("served")
#endif
#ifdef OAIWIRE_HELD_session
#undef OAIWIRE_HELD_session
#pragma pop_macro("session")
#endif
#ifdef OAIWIRE_HELD_set
#undef OAIWIRE_HELD_set
#pragma pop_macro("set")
#endif
#ifdef OAIWIRE_HELD_set_difference
#undef OAIWIRE_HELD_set_difference
#pragma pop_macro("set_difference")
#endif
#ifdef OAIWIRE_HELD_set_union
#undef OAIWIRE_HELD_set_union
#pragma pop_macro("set_union")
#endif
#ifdef OAIWIRE_HELD_setbase
#undef OAIWIRE_HELD_setbase
#pragma pop_macro("setbase")
#endif
#ifdef OAIWIRE_HELD_setbuf
#undef OAIWIRE_HELD_setbuf
#pragma pop_macro("setbuf")
#endif
#ifdef OAIWIRE_HELD_setf
#undef OAIWIRE_HELD_setf
#pragma pop_macro("setf")
#endif
#ifdef OAIWIRE_HELD_setfill
#undef OAIWIRE_HELD_setfill
#pragma pop_macro("setfill")
#endif
#ifdef OAIWIRE_HELD_setg
#undef OAIWIRE_HELD_setg
#pragma pop_macro("setg")
#endif
#ifdef OAIWIRE_HELD_setiosflags
#undef OAIWIRE_HELD_setiosflags
#pragma pop_macro("setiosflags")
#endif
#ifdef OAIWIRE_HELD_setlocale
#undef OAIWIRE_HELD_setlocale
#pragma pop_macro("setlocale")
#endif
#ifdef OAIWIRE_HELD_setp
#undef OAIWIRE_HELD_setp
#pragma pop_macro("setp")
#endif
#ifdef OAIWIRE_HELD_setprecision
#undef OAIWIRE_HELD_setprecision
#pragma pop_macro("setprecision")
#endif
#ifdef OAIWIRE_HELD_sets
#undef OAIWIRE_HELD_sets
#pragma pop_macro("sets")
#endif
#ifdef OAIWIRE_HELD_setsockopt
#undef OAIWIRE_HELD_setsockopt
#pragma pop_macro("setsockopt")
#endif
#ifdef OAIWIRE_HELD_setstate
#undef OAIWIRE_HELD_setstate
#pragma pop_macro("setstate")
#endif
#ifdef OAIWIRE_HELD_setting
#undef OAIWIRE_HELD_setting
#pragma pop_macro("setting")
#endif
#ifdef OAIWIRE_HELD_settings
#undef OAIWIRE_HELD_settings
#pragma pop_macro("settings")
#endif
#ifdef OAIWIRE_HELD_settle
#undef OAIWIRE_HELD_settle
#pragma pop_macro("settle")
#endif
#ifdef OAIWIRE_HELD_settled
#undef OAIWIRE_HELD_settled
#pragma pop_macro("settled")
#endif
#ifdef OAIWIRE_HELD_setvbuf
#undef OAIWIRE_HELD_setvbuf
#pragma pop_macro("setvbuf")
#endif
#ifdef OAIWIRE_HELD_setw
#undef OAIWIRE_HELD_setw
#pragma pop_macro("setw")
#endif
#ifdef OAIWIRE_HELD_several
#undef OAIWIRE_HELD_several
#pragma pop_macro("several")
#endif
#ifdef OAIWIRE_HELD_sexual
#undef OAIWIRE_HELD_sexual
#pragma pop_macro("sexual")
#endif
#ifdef OAIWIRE_HELD_sgetc
#undef OAIWIRE_HELD_sgetc
#pragma pop_macro("sgetc")
#endif
#ifdef OAIWIRE_HELD_sgetn
#undef OAIWIRE_HELD_sgetn
#pragma pop_macro("sgetn")
#endif
#ifdef OAIWIRE_HELD_sglang
#undef OAIWIRE_HELD_sglang
#pragma pop_macro("sglang")
#endif
#ifdef OAIWIRE_HELD_sha1
#undef OAIWIRE_HELD_sha1
#pragma pop_macro("sha1")
#endif
#ifdef OAIWIRE_HELD_shape
#undef OAIWIRE_HELD_shape
#pragma pop_macro("shape")
#endif
#ifdef OAIWIRE_HELD_shared
#undef OAIWIRE_HELD_shared
#pragma pop_macro("shared")
#endif
#ifdef OAIWIRE_HELD_shared_future
#undef OAIWIRE_HELD_shared_future
#pragma pop_macro("shared_future")
#endif
#ifdef OAIWIRE_HELD_shared_ptr
#undef OAIWIRE_HELD_shared_ptr
#pragma pop_macro("shared_ptr")
#endif
#ifdef OAIWIRE_HELD_shell
#undef OAIWIRE_HELD_shell
#pragma pop_macro("shell")
#endif
#ifdef OAIWIRE_HELD_shift
#undef OAIWIRE_HELD_shift
#pragma pop_macro("shift")
#endif
#ifdef OAIWIRE_HELD_shifted
#undef OAIWIRE_HELD_shifted
#pragma pop_macro("shifted")
#endif
#ifdef OAIWIRE_HELD_short
#undef OAIWIRE_HELD_short
#pragma pop_macro("short")
#endif
#ifdef OAIWIRE_HELD_shorter
#undef OAIWIRE_HELD_shorter
#pragma pop_macro("shorter")
#endif
#ifdef OAIWIRE_HELD_shorts
#undef OAIWIRE_HELD_shorts
#pragma pop_macro("shorts")
#endif
#ifdef OAIWIRE_HELD_should
#undef OAIWIRE_HELD_should
#pragma pop_macro("should")
#endif
#ifdef OAIWIRE_HELD_showbase
#undef OAIWIRE_HELD_showbase
#pragma pop_macro("showbase")
#endif
#ifdef OAIWIRE_HELD_showmanyc
#undef OAIWIRE_HELD_showmanyc
#pragma pop_macro("showmanyc")
#endif
#ifdef OAIWIRE_HELD_shown
#undef OAIWIRE_HELD_shown
#pragma pop_macro("shown")
#endif
#ifdef OAIWIRE_HELD_showpoint
#undef OAIWIRE_HELD_showpoint
#pragma pop_macro("showpoint")
#endif
#ifdef OAIWIRE_HELD_showpos
#undef OAIWIRE_HELD_showpos
#pragma pop_macro("showpos")
#endif
#ifdef OAIWIRE_HELD_shrink_to_fit
#undef OAIWIRE_HELD_shrink_to_fit
#pragma pop_macro("shrink_to_fit")
#endif
#ifdef OAIWIRE_HELD_shuffle
#undef OAIWIRE_HELD_shuffle
#pragma pop_macro("shuffle")
#endif
#ifdef OAIWIRE_HELD_siblings
#undef OAIWIRE_HELD_siblings
#pragma pop_macro("siblings")
#endif
#ifdef OAIWIRE_HELD_side
#undef OAIWIRE_HELD_side
#pragma pop_macro("side")
#endif
#ifdef OAIWIRE_HELD_sign
#undef OAIWIRE_HELD_sign
#pragma pop_macro("sign")
#endif
#ifdef OAIWIRE_HELD_signaling_NaN
#undef OAIWIRE_HELD_signaling_NaN
#pragma pop_macro("signaling_NaN")
#endif
#ifdef OAIWIRE_HELD_signature
#undef OAIWIRE_HELD_signature
#pragma pop_macro("signature")
#endif
#ifdef OAIWIRE_HELD_signatures
#undef OAIWIRE_HELD_signatures
#pragma pop_macro("signatures")
#endif
#ifdef OAIWIRE_HELD_signbit
#undef OAIWIRE_HELD_signbit
#pragma pop_macro("signbit")
#endif
#ifdef OAIWIRE_HELD_signed
#undef OAIWIRE_HELD_signed
#pragma pop_macro("signed")
#endif
#ifdef OAIWIRE_HELD_signed_integral
#undef OAIWIRE_HELD_signed_integral
#pragma pop_macro("signed_integral")
#endif
#ifdef OAIWIRE_HELD_significant
#undef OAIWIRE_HELD_significant
#pragma pop_macro("significant")
#endif
#ifdef OAIWIRE_HELD_sigpending
#undef OAIWIRE_HELD_sigpending
#pragma pop_macro("sigpending")
#endif
#ifdef OAIWIRE_HELD_sigwait
#undef OAIWIRE_HELD_sigwait
#pragma pop_macro("sigwait")
#endif
#ifdef OAIWIRE_HELD_siliconflow
#undef OAIWIRE_HELD_siliconflow
#pragma pop_macro("siliconflow")
#endif
#ifdef OAIWIRE_HELD_simdjson
#undef OAIWIRE_HELD_simdjson
#pragma pop_macro("simdjson")
#endif
#ifdef OAIWIRE_HELD_similarity
#undef OAIWIRE_HELD_similarity
#pragma pop_macro("similarity")
#endif
#ifdef OAIWIRE_HELD_simple
#undef OAIWIRE_HELD_simple
#pragma pop_macro("simple")
#endif
#ifdef OAIWIRE_HELD_sin
#undef OAIWIRE_HELD_sin
#pragma pop_macro("sin")
#endif
#ifdef OAIWIRE_HELD_since
#undef OAIWIRE_HELD_since
#pragma pop_macro("since")
#endif
#ifdef OAIWIRE_HELD_sinf
#undef OAIWIRE_HELD_sinf
#pragma pop_macro("sinf")
#endif
#ifdef OAIWIRE_HELD_single
#undef OAIWIRE_HELD_single
#pragma pop_macro("single")
#endif
#ifdef OAIWIRE_HELD_sinh
#undef OAIWIRE_HELD_sinh
#pragma pop_macro("sinh")
#endif
#ifdef OAIWIRE_HELD_sinhf
#undef OAIWIRE_HELD_sinhf
#pragma pop_macro("sinhf")
#endif
#ifdef OAIWIRE_HELD_sinhl
#undef OAIWIRE_HELD_sinhl
#pragma pop_macro("sinhl")
#endif
#ifdef OAIWIRE_HELD_sink
#undef OAIWIRE_HELD_sink
#pragma pop_macro("sink")
#endif
#ifdef OAIWIRE_HELD_sinl
#undef OAIWIRE_HELD_sinl
#pragma pop_macro("sinl")
#endif
#ifdef OAIWIRE_HELD_six
#undef OAIWIRE_HELD_six
#pragma pop_macro("six")
#endif
#ifdef OAIWIRE_HELD_size
#undef OAIWIRE_HELD_size
#pragma pop_macro("size")
#endif
#ifdef OAIWIRE_HELD_size_of
#undef OAIWIRE_HELD_size_of
#pragma pop_macro("size_of")
#endif
#ifdef OAIWIRE_HELD_size_t
#undef OAIWIRE_HELD_size_t
#pragma pop_macro("size_t")
#endif
#ifdef OAIWIRE_HELD_size_type
#undef OAIWIRE_HELD_size_type
#pragma pop_macro("size_type")
#endif
#ifdef OAIWIRE_HELD_sized
#undef OAIWIRE_HELD_sized
#pragma pop_macro("sized")
#endif
#ifdef OAIWIRE_HELD_sizeof
#undef OAIWIRE_HELD_sizeof
#pragma pop_macro("sizeof")
#endif
#ifdef OAIWIRE_HELD_sizes
#undef OAIWIRE_HELD_sizes
#pragma pop_macro("sizes")
#endif
#ifdef OAIWIRE_HELD_skills
#undef OAIWIRE_HELD_skills
#pragma pop_macro("skills")
#endif
#ifdef OAIWIRE_HELD_skip
#undef OAIWIRE_HELD_skip
#pragma pop_macro("skip")
#endif
#ifdef OAIWIRE_HELD_skipped
#undef OAIWIRE_HELD_skipped
#pragma pop_macro("skipped")
#endif
#ifdef OAIWIRE_HELD_skipws
#undef OAIWIRE_HELD_skipws
#pragma pop_macro("skipws")
#endif
#ifdef OAIWIRE_HELD_slack
#undef OAIWIRE_HELD_slack
#pragma pop_macro("slack")
#endif
#ifdef OAIWIRE_HELD_slashes
#undef OAIWIRE_HELD_slashes
#pragma pop_macro("slashes")
#endif
#ifdef OAIWIRE_HELD_sleep
#undef OAIWIRE_HELD_sleep
#pragma pop_macro("sleep")
#endif
#ifdef OAIWIRE_HELD_sleeper
#undef OAIWIRE_HELD_sleeper
#pragma pop_macro("sleeper")
#endif
#ifdef OAIWIRE_HELD_slot
#undef OAIWIRE_HELD_slot
#pragma pop_macro("slot")
#endif
#ifdef OAIWIRE_HELD_slots
#undef OAIWIRE_HELD_slots
#pragma pop_macro("slots")
#endif
#ifdef OAIWIRE_HELD_snextc
#undef OAIWIRE_HELD_snextc
#pragma pop_macro("snextc")
#endif
#ifdef OAIWIRE_HELD_snprintf
#undef OAIWIRE_HELD_snprintf
#pragma pop_macro("snprintf")
#endif
#ifdef OAIWIRE_HELD_sockaddr
#undef OAIWIRE_HELD_sockaddr
#pragma pop_macro("sockaddr")
#endif
#ifdef OAIWIRE_HELD_socket
#undef OAIWIRE_HELD_socket
#pragma pop_macro("socket")
#endif
#ifdef OAIWIRE_HELD_socket_t
#undef OAIWIRE_HELD_socket_t
#pragma pop_macro("socket_t")
#endif
#ifdef OAIWIRE_HELD_some
#undef OAIWIRE_HELD_some
#pragma pop_macro("some")
#endif
#ifdef OAIWIRE_HELD_sort
#undef OAIWIRE_HELD_sort
#pragma pop_macro("sort")
#endif
#ifdef OAIWIRE_HELD_sort_heap
#undef OAIWIRE_HELD_sort_heap
#pragma pop_macro("sort_heap")
#endif
#ifdef OAIWIRE_HELD_sortable
#undef OAIWIRE_HELD_sortable
#pragma pop_macro("sortable")
#endif
#ifdef OAIWIRE_HELD_sorted
#undef OAIWIRE_HELD_sorted
#pragma pop_macro("sorted")
#endif
#ifdef OAIWIRE_HELD_sorting
#undef OAIWIRE_HELD_sorting
#pragma pop_macro("sorting")
#endif
#ifdef OAIWIRE_HELD_sought
#undef OAIWIRE_HELD_sought
#pragma pop_macro("sought")
#endif
#ifdef OAIWIRE_HELD_sound
#undef OAIWIRE_HELD_sound
#pragma pop_macro("sound")
#endif
#ifdef OAIWIRE_HELD_source
#undef OAIWIRE_HELD_source
#pragma pop_macro("source")
#endif
#ifdef OAIWIRE_HELD_sources
#undef OAIWIRE_HELD_sources
#pragma pop_macro("sources")
#endif
#ifdef OAIWIRE_HELD_space
#undef OAIWIRE_HELD_space
#pragma pop_macro("space")
#endif
#ifdef OAIWIRE_HELD_spaces
#undef OAIWIRE_HELD_spaces
#pragma pop_macro("spaces")
#endif
#ifdef OAIWIRE_HELD_span
#undef OAIWIRE_HELD_span
#pragma pop_macro("span")
#endif
#ifdef OAIWIRE_HELD_spare
#undef OAIWIRE_HELD_spare
#pragma pop_macro("spare")
#endif
#ifdef OAIWIRE_HELD_speaker
#undef OAIWIRE_HELD_speaker
#pragma pop_macro("speaker")
#endif
#ifdef OAIWIRE_HELD_special
#undef OAIWIRE_HELD_special
#pragma pop_macro("special")
#endif
#ifdef OAIWIRE_HELD_speech
#undef OAIWIRE_HELD_speech
#pragma pop_macro("speech")
#endif
#ifdef OAIWIRE_HELD_speed
#undef OAIWIRE_HELD_speed
#pragma pop_macro("speed")
#endif
#ifdef OAIWIRE_HELD_spelled
#undef OAIWIRE_HELD_spelled
#pragma pop_macro("spelled")
#endif
#ifdef OAIWIRE_HELD_spelling
#undef OAIWIRE_HELD_spelling
#pragma pop_macro("spelling")
#endif
#ifdef OAIWIRE_HELD_spend
#undef OAIWIRE_HELD_spend
#pragma pop_macro("spend")
#endif
#ifdef OAIWIRE_HELD_spent
#undef OAIWIRE_HELD_spent
#pragma pop_macro("spent")
#endif
#ifdef OAIWIRE_HELD_spoilt
#undef OAIWIRE_HELD_spoilt
#pragma pop_macro("spoilt")
#endif
#ifdef OAIWIRE_HELD_spread
#undef OAIWIRE_HELD_spread
#pragma pop_macro("spread")
#endif
#ifdef OAIWIRE_HELD_sprintf
#undef OAIWIRE_HELD_sprintf
#pragma pop_macro("sprintf")
#endif
#ifdef OAIWIRE_HELD_sputbackc
#undef OAIWIRE_HELD_sputbackc
#pragma pop_macro("sputbackc")
#endif
#ifdef OAIWIRE_HELD_sputc
#undef OAIWIRE_HELD_sputc
#pragma pop_macro("sputc")
#endif
#ifdef OAIWIRE_HELD_sputn
#undef OAIWIRE_HELD_sputn
#pragma pop_macro("sputn")
#endif
#ifdef OAIWIRE_HELD_sqrt
#undef OAIWIRE_HELD_sqrt
#pragma pop_macro("sqrt")
#endif
#ifdef OAIWIRE_HELD_sqrtf
#undef OAIWIRE_HELD_sqrtf
#pragma pop_macro("sqrtf")
#endif
#ifdef OAIWIRE_HELD_sqrtl
#undef OAIWIRE_HELD_sqrtl
#pragma pop_macro("sqrtl")
#endif
#ifdef OAIWIRE_HELD_srand
#undef OAIWIRE_HELD_srand
#pragma pop_macro("srand")
#endif
#ifdef OAIWIRE_HELD_srt
#undef OAIWIRE_HELD_srt
#pragma pop_macro("srt")
#endif
#ifdef OAIWIRE_HELD_srtp
#undef OAIWIRE_HELD_srtp
#pragma pop_macro("srtp")
#endif
#ifdef OAIWIRE_HELD_sscanf
#undef OAIWIRE_HELD_sscanf
#pragma pop_macro("sscanf")
#endif
#ifdef OAIWIRE_HELD_sse
#undef OAIWIRE_HELD_sse
#pragma pop_macro("sse")
#endif
#ifdef OAIWIRE_HELD_ssize
#undef OAIWIRE_HELD_ssize
#pragma pop_macro("ssize")
#endif
#ifdef OAIWIRE_HELD_ssize_t
#undef OAIWIRE_HELD_ssize_t
#pragma pop_macro("ssize_t")
#endif
#ifdef OAIWIRE_HELD_ssl
#undef OAIWIRE_HELD_ssl
#pragma pop_macro("ssl")
#endif
#ifdef OAIWIRE_HELD_st_atime
#undef OAIWIRE_HELD_st_atime
#pragma pop_macro("st_atime")
#endif
#ifdef OAIWIRE_HELD_stable_sort
#undef OAIWIRE_HELD_stable_sort
#pragma pop_macro("stable_sort")
#endif
#ifdef OAIWIRE_HELD_stack
#undef OAIWIRE_HELD_stack
#pragma pop_macro("stack")
#endif
#ifdef OAIWIRE_HELD_stage
#undef OAIWIRE_HELD_stage
#pragma pop_macro("stage")
#endif
#ifdef OAIWIRE_HELD_stale
#undef OAIWIRE_HELD_stale
#pragma pop_macro("stale")
#endif
#ifdef OAIWIRE_HELD_stall
#undef OAIWIRE_HELD_stall
#pragma pop_macro("stall")
#endif
#ifdef OAIWIRE_HELD_standard
#undef OAIWIRE_HELD_standard
#pragma pop_macro("standard")
#endif
#ifdef OAIWIRE_HELD_start
#undef OAIWIRE_HELD_start
#pragma pop_macro("start")
#endif
#ifdef OAIWIRE_HELD_started
#undef OAIWIRE_HELD_started
#pragma pop_macro("started")
#endif
#ifdef OAIWIRE_HELD_starts
#undef OAIWIRE_HELD_starts
#pragma pop_macro("starts")
#endif
#ifdef OAIWIRE_HELD_starved
#undef OAIWIRE_HELD_starved
#pragma pop_macro("starved")
#endif
#ifdef OAIWIRE_HELD_stat
#undef OAIWIRE_HELD_stat
#pragma pop_macro("stat")
#endif
#ifdef OAIWIRE_HELD_state
#undef OAIWIRE_HELD_state
#pragma pop_macro("state")
#endif
#ifdef OAIWIRE_HELD_stated
#undef OAIWIRE_HELD_stated
#pragma pop_macro("stated")
#endif
#ifdef OAIWIRE_HELD_states
#undef OAIWIRE_HELD_states
#pragma pop_macro("states")
#endif
#ifdef OAIWIRE_HELD_static
#undef OAIWIRE_HELD_static
#pragma pop_macro("static")
#endif
#ifdef OAIWIRE_HELD_static_
#undef OAIWIRE_HELD_static_
#pragma pop_macro("static_")
#endif
#ifdef OAIWIRE_HELD_static_assert
#undef OAIWIRE_HELD_static_assert
#pragma pop_macro("static_assert")
#endif
#ifdef OAIWIRE_HELD_static_cast
#undef OAIWIRE_HELD_static_cast
#pragma pop_macro("static_cast")
#endif
#ifdef OAIWIRE_HELD_statistics
#undef OAIWIRE_HELD_statistics
#pragma pop_macro("statistics")
#endif
#ifdef OAIWIRE_HELD_status
#undef OAIWIRE_HELD_status
#pragma pop_macro("status")
#endif
#ifdef OAIWIRE_HELD_status_code
#undef OAIWIRE_HELD_status_code
#pragma pop_macro("status_code")
#endif
#ifdef OAIWIRE_HELD_stays
#undef OAIWIRE_HELD_stays
#pragma pop_macro("stays")
#endif
#ifdef OAIWIRE_HELD_std
#undef OAIWIRE_HELD_std
#pragma pop_macro("std")
#endif
#ifdef OAIWIRE_HELD_stddev
#undef OAIWIRE_HELD_stddev
#pragma pop_macro("stddev")
#endif
#ifdef OAIWIRE_HELD_steer
#undef OAIWIRE_HELD_steer
#pragma pop_macro("steer")
#endif
#ifdef OAIWIRE_HELD_steers
#undef OAIWIRE_HELD_steers
#pragma pop_macro("steers")
#endif
#ifdef OAIWIRE_HELD_stem
#undef OAIWIRE_HELD_stem
#pragma pop_macro("stem")
#endif
#ifdef OAIWIRE_HELD_step
#undef OAIWIRE_HELD_step
#pragma pop_macro("step")
#endif
#ifdef OAIWIRE_HELD_steps
#undef OAIWIRE_HELD_steps
#pragma pop_macro("steps")
#endif
#ifdef OAIWIRE_HELD_stod
#undef OAIWIRE_HELD_stod
#pragma pop_macro("stod")
#endif
#ifdef OAIWIRE_HELD_stof
#undef OAIWIRE_HELD_stof
#pragma pop_macro("stof")
#endif
#ifdef OAIWIRE_HELD_stoi
#undef OAIWIRE_HELD_stoi
#pragma pop_macro("stoi")
#endif
#ifdef OAIWIRE_HELD_stol
#undef OAIWIRE_HELD_stol
#pragma pop_macro("stol")
#endif
#ifdef OAIWIRE_HELD_stold
#undef OAIWIRE_HELD_stold
#pragma pop_macro("stold")
#endif
#ifdef OAIWIRE_HELD_stoll
#undef OAIWIRE_HELD_stoll
#pragma pop_macro("stoll")
#endif
#ifdef OAIWIRE_HELD_stop
#undef OAIWIRE_HELD_stop
#pragma pop_macro("stop")
#endif
#ifdef OAIWIRE_HELD_stopped
#undef OAIWIRE_HELD_stopped
#pragma pop_macro("stopped")
#endif
#ifdef OAIWIRE_HELD_stopping
#undef OAIWIRE_HELD_stopping
#pragma pop_macro("stopping")
#endif
#ifdef OAIWIRE_HELD_stops
#undef OAIWIRE_HELD_stops
#pragma pop_macro("stops")
#endif
#ifdef OAIWIRE_HELD_storage
#undef OAIWIRE_HELD_storage
#pragma pop_macro("storage")
#endif
#ifdef OAIWIRE_HELD_store
#undef OAIWIRE_HELD_store
#pragma pop_macro("store")
#endif
#ifdef OAIWIRE_HELD_stored
#undef OAIWIRE_HELD_stored
#pragma pop_macro("stored")
#endif
#ifdef OAIWIRE_HELD_stoul
#undef OAIWIRE_HELD_stoul
#pragma pop_macro("stoul")
#endif
#ifdef OAIWIRE_HELD_stoull
#undef OAIWIRE_HELD_stoull
#pragma pop_macro("stoull")
#endif
#ifdef OAIWIRE_HELD_str
#undef OAIWIRE_HELD_str
#pragma pop_macro("str")
#endif
#ifdef OAIWIRE_HELD_strand
#undef OAIWIRE_HELD_strand
#pragma pop_macro("strand")
#endif
#ifdef OAIWIRE_HELD_strategy
#undef OAIWIRE_HELD_strategy
#pragma pop_macro("strategy")
#endif
#ifdef OAIWIRE_HELD_strcat
#undef OAIWIRE_HELD_strcat
#pragma pop_macro("strcat")
#endif
#ifdef OAIWIRE_HELD_strchr
#undef OAIWIRE_HELD_strchr
#pragma pop_macro("strchr")
#endif
#ifdef OAIWIRE_HELD_strcmp
#undef OAIWIRE_HELD_strcmp
#pragma pop_macro("strcmp")
#endif
#ifdef OAIWIRE_HELD_strcoll
#undef OAIWIRE_HELD_strcoll
#pragma pop_macro("strcoll")
#endif
#ifdef OAIWIRE_HELD_strcpy
#undef OAIWIRE_HELD_strcpy
#pragma pop_macro("strcpy")
#endif
#ifdef OAIWIRE_HELD_strcspn
#undef OAIWIRE_HELD_strcspn
#pragma pop_macro("strcspn")
#endif
#ifdef OAIWIRE_HELD_strdup
#undef OAIWIRE_HELD_strdup
#pragma pop_macro("strdup")
#endif
#ifdef OAIWIRE_HELD_stream
#undef OAIWIRE_HELD_stream
#pragma pop_macro("stream")
#endif
#ifdef OAIWIRE_HELD_streambuf
#undef OAIWIRE_HELD_streambuf
#pragma pop_macro("streambuf")
#endif
#ifdef OAIWIRE_HELD_streamed
#undef OAIWIRE_HELD_streamed
#pragma pop_macro("streamed")
#endif
#ifdef OAIWIRE_HELD_streamoff
#undef OAIWIRE_HELD_streamoff
#pragma pop_macro("streamoff")
#endif
#ifdef OAIWIRE_HELD_streampos
#undef OAIWIRE_HELD_streampos
#pragma pop_macro("streampos")
#endif
#ifdef OAIWIRE_HELD_streams
#undef OAIWIRE_HELD_streams
#pragma pop_macro("streams")
#endif
#ifdef OAIWIRE_HELD_streamsize
#undef OAIWIRE_HELD_streamsize
#pragma pop_macro("streamsize")
#endif
#ifdef OAIWIRE_HELD_strength
#undef OAIWIRE_HELD_strength
#pragma pop_macro("strength")
#endif
#ifdef OAIWIRE_HELD_strerror
#undef OAIWIRE_HELD_strerror
#pragma pop_macro("strerror")
#endif
#ifdef OAIWIRE_HELD_strftime
#undef OAIWIRE_HELD_strftime
#pragma pop_macro("strftime")
#endif
#ifdef OAIWIRE_HELD_stricmp
#undef OAIWIRE_HELD_stricmp
#pragma pop_macro("stricmp")
#endif
#ifdef OAIWIRE_HELD_strict
#undef OAIWIRE_HELD_strict
#pragma pop_macro("strict")
#endif
#ifdef OAIWIRE_HELD_strictly
#undef OAIWIRE_HELD_strictly
#pragma pop_macro("strictly")
#endif
#ifdef OAIWIRE_HELD_string
#undef OAIWIRE_HELD_string
#pragma pop_macro("string")
#endif
#ifdef OAIWIRE_HELD_string_view
#undef OAIWIRE_HELD_string_view
#pragma pop_macro("string_view")
#endif
#ifdef OAIWIRE_HELD_stringbuf
#undef OAIWIRE_HELD_stringbuf
#pragma pop_macro("stringbuf")
#endif
#ifdef OAIWIRE_HELD_strings
#undef OAIWIRE_HELD_strings
#pragma pop_macro("strings")
#endif
#ifdef OAIWIRE_HELD_stringstream
#undef OAIWIRE_HELD_stringstream
#pragma pop_macro("stringstream")
#endif
#ifdef OAIWIRE_HELD_strlen
#undef OAIWIRE_HELD_strlen
#pragma pop_macro("strlen")
#endif
#ifdef OAIWIRE_HELD_strlwr
#undef OAIWIRE_HELD_strlwr
#pragma pop_macro("strlwr")
#endif
#ifdef OAIWIRE_HELD_strncat
#undef OAIWIRE_HELD_strncat
#pragma pop_macro("strncat")
#endif
#ifdef OAIWIRE_HELD_strncmp
#undef OAIWIRE_HELD_strncmp
#pragma pop_macro("strncmp")
#endif
#ifdef OAIWIRE_HELD_strncpy
#undef OAIWIRE_HELD_strncpy
#pragma pop_macro("strncpy")
#endif
#ifdef OAIWIRE_HELD_strong_ordering
#undef OAIWIRE_HELD_strong_ordering
#pragma pop_macro("strong_ordering")
#endif
#ifdef OAIWIRE_HELD_strpbrk
#undef OAIWIRE_HELD_strpbrk
#pragma pop_macro("strpbrk")
#endif
#ifdef OAIWIRE_HELD_strrchr
#undef OAIWIRE_HELD_strrchr
#pragma pop_macro("strrchr")
#endif
#ifdef OAIWIRE_HELD_strspn
#undef OAIWIRE_HELD_strspn
#pragma pop_macro("strspn")
#endif
#ifdef OAIWIRE_HELD_strstr
#undef OAIWIRE_HELD_strstr
#pragma pop_macro("strstr")
#endif
#ifdef OAIWIRE_HELD_strtod
#undef OAIWIRE_HELD_strtod
#pragma pop_macro("strtod")
#endif
#ifdef OAIWIRE_HELD_strtof
#undef OAIWIRE_HELD_strtof
#pragma pop_macro("strtof")
#endif
#ifdef OAIWIRE_HELD_strtok
#undef OAIWIRE_HELD_strtok
#pragma pop_macro("strtok")
#endif
#ifdef OAIWIRE_HELD_strtol
#undef OAIWIRE_HELD_strtol
#pragma pop_macro("strtol")
#endif
#ifdef OAIWIRE_HELD_strtold
#undef OAIWIRE_HELD_strtold
#pragma pop_macro("strtold")
#endif
#ifdef OAIWIRE_HELD_strtoll
#undef OAIWIRE_HELD_strtoll
#pragma pop_macro("strtoll")
#endif
#ifdef OAIWIRE_HELD_strtoul
#undef OAIWIRE_HELD_strtoul
#pragma pop_macro("strtoul")
#endif
#ifdef OAIWIRE_HELD_strtoull
#undef OAIWIRE_HELD_strtoull
#pragma pop_macro("strtoull")
#endif
#ifdef OAIWIRE_HELD_struct
#undef OAIWIRE_HELD_struct
#pragma pop_macro("struct")
#endif
#ifdef OAIWIRE_HELD_strxfrm
#undef OAIWIRE_HELD_strxfrm
#pragma pop_macro("strxfrm")
#endif
#ifdef OAIWIRE_HELD_style
#undef OAIWIRE_HELD_style
#pragma pop_macro("style")
#endif
#ifdef OAIWIRE_HELD_subject
#undef OAIWIRE_HELD_subject
#pragma pop_macro("subject")
#endif
#ifdef OAIWIRE_HELD_subprotocol
#undef OAIWIRE_HELD_subprotocol
#pragma pop_macro("subprotocol")
#endif
#ifdef OAIWIRE_HELD_subprotocols
#undef OAIWIRE_HELD_subprotocols
#pragma pop_macro("subprotocols")
#endif
#ifdef OAIWIRE_HELD_subrange
#undef OAIWIRE_HELD_subrange
#pragma pop_macro("subrange")
#endif
#ifdef OAIWIRE_HELD_subseconds
#undef OAIWIRE_HELD_subseconds
#pragma pop_macro("subseconds")
#endif
#ifdef OAIWIRE_HELD_subspan
#undef OAIWIRE_HELD_subspan
#pragma pop_macro("subspan")
#endif
#ifdef OAIWIRE_HELD_substr
#undef OAIWIRE_HELD_substr
#pragma pop_macro("substr")
#endif
#ifdef OAIWIRE_HELD_subtract
#undef OAIWIRE_HELD_subtract
#pragma pop_macro("subtract")
#endif
#ifdef OAIWIRE_HELD_succeeded
#undef OAIWIRE_HELD_succeeded
#pragma pop_macro("succeeded")
#endif
#ifdef OAIWIRE_HELD_success
#undef OAIWIRE_HELD_success
#pragma pop_macro("success")
#endif
#ifdef OAIWIRE_HELD_successful
#undef OAIWIRE_HELD_successful
#pragma pop_macro("successful")
#endif
#ifdef OAIWIRE_HELD_successor
#undef OAIWIRE_HELD_successor
#pragma pop_macro("successor")
#endif
#ifdef OAIWIRE_HELD_suffix
#undef OAIWIRE_HELD_suffix
#pragma pop_macro("suffix")
#endif
#ifdef OAIWIRE_HELD_suffixed
#undef OAIWIRE_HELD_suffixed
#pragma pop_macro("suffixed")
#endif
#ifdef OAIWIRE_HELD_suits
#undef OAIWIRE_HELD_suits
#pragma pop_macro("suits")
#endif
#ifdef OAIWIRE_HELD_sum
#undef OAIWIRE_HELD_sum
#pragma pop_macro("sum")
#endif
#ifdef OAIWIRE_HELD_summand
#undef OAIWIRE_HELD_summand
#pragma pop_macro("summand")
#endif
#ifdef OAIWIRE_HELD_summary
#undef OAIWIRE_HELD_summary
#pragma pop_macro("summary")
#endif
#ifdef OAIWIRE_HELD_sums
#undef OAIWIRE_HELD_sums
#pragma pop_macro("sums")
#endif
#ifdef OAIWIRE_HELD_sungetc
#undef OAIWIRE_HELD_sungetc
#pragma pop_macro("sungetc")
#endif
#ifdef OAIWIRE_HELD_supervised
#undef OAIWIRE_HELD_supervised
#pragma pop_macro("supervised")
#endif
#ifdef OAIWIRE_HELD_surrogates
#undef OAIWIRE_HELD_surrogates
#pragma pop_macro("surrogates")
#endif
#ifdef OAIWIRE_HELD_sv
#undef OAIWIRE_HELD_sv
#pragma pop_macro("sv")
#endif
#ifdef OAIWIRE_HELD_svg
#undef OAIWIRE_HELD_svg
#pragma pop_macro("svg")
#endif
#ifdef OAIWIRE_HELD_swap
#undef OAIWIRE_HELD_swap
#pragma pop_macro("swap")
#endif
#ifdef OAIWIRE_HELD_swap_ranges
#undef OAIWIRE_HELD_swap_ranges
#pragma pop_macro("swap_ranges")
#endif
#ifdef OAIWIRE_HELD_swappable
#undef OAIWIRE_HELD_swappable
#pragma pop_macro("swappable")
#endif
#ifdef OAIWIRE_HELD_swapped
#undef OAIWIRE_HELD_swapped
#pragma pop_macro("swapped")
#endif
#ifdef OAIWIRE_HELD_switch
#undef OAIWIRE_HELD_switch
#pragma pop_macro("switch")
#endif
#ifdef OAIWIRE_HELD_swprintf
#undef OAIWIRE_HELD_swprintf
#pragma pop_macro("swprintf")
#endif
#ifdef OAIWIRE_HELD_swscanf
#undef OAIWIRE_HELD_swscanf
#pragma pop_macro("swscanf")
#endif
#ifdef OAIWIRE_HELD_symbol
#undef OAIWIRE_HELD_symbol
#pragma pop_macro("symbol")
#endif
#ifdef OAIWIRE_HELD_symlink
#undef OAIWIRE_HELD_symlink
#pragma pop_macro("symlink")
#endif
#ifdef OAIWIRE_HELD_sync
#undef OAIWIRE_HELD_sync
#pragma pop_macro("sync")
#endif
#ifdef OAIWIRE_HELD_syncbuf
#undef OAIWIRE_HELD_syncbuf
#pragma pop_macro("syncbuf")
#endif
#ifdef OAIWIRE_HELD_syntax
#undef OAIWIRE_HELD_syntax
#pragma pop_macro("syntax")
#endif
#ifdef OAIWIRE_HELD_syscall
#undef OAIWIRE_HELD_syscall
#pragma pop_macro("syscall")
#endif
#ifdef OAIWIRE_HELD_system
#undef OAIWIRE_HELD_system
#pragma pop_macro("system")
#endif
#ifdef OAIWIRE_HELD_system_category
#undef OAIWIRE_HELD_system_category
#pragma pop_macro("system_category")
#endif
#ifdef OAIWIRE_HELD_system_error
#undef OAIWIRE_HELD_system_error
#pragma pop_macro("system_error")
#endif
#ifdef OAIWIRE_HELD_t
#undef OAIWIRE_HELD_t
#pragma pop_macro("t")
#endif
#ifdef OAIWIRE_HELD_table
#undef OAIWIRE_HELD_table
#pragma pop_macro("table")
#endif
#ifdef OAIWIRE_HELD_tag
#undef OAIWIRE_HELD_tag
#pragma pop_macro("tag")
#endif
#ifdef OAIWIRE_HELD_tagged
#undef OAIWIRE_HELD_tagged
#pragma pop_macro("tagged")
#endif
#ifdef OAIWIRE_HELD_tags
#undef OAIWIRE_HELD_tags
#pragma pop_macro("tags")
#endif
#ifdef OAIWIRE_HELD_tail
#undef OAIWIRE_HELD_tail
#pragma pop_macro("tail")
#endif
#ifdef OAIWIRE_HELD_take
#undef OAIWIRE_HELD_take
#pragma pop_macro("take")
#endif
#ifdef OAIWIRE_HELD_taken
#undef OAIWIRE_HELD_taken
#pragma pop_macro("taken")
#endif
#ifdef OAIWIRE_HELD_takes
#undef OAIWIRE_HELD_takes
#pragma pop_macro("takes")
#endif
#ifdef OAIWIRE_HELD_talk
#undef OAIWIRE_HELD_talk
#pragma pop_macro("talk")
#endif
#ifdef OAIWIRE_HELD_tan
#undef OAIWIRE_HELD_tan
#pragma pop_macro("tan")
#endif
#ifdef OAIWIRE_HELD_tanf
#undef OAIWIRE_HELD_tanf
#pragma pop_macro("tanf")
#endif
#ifdef OAIWIRE_HELD_tanh
#undef OAIWIRE_HELD_tanh
#pragma pop_macro("tanh")
#endif
#ifdef OAIWIRE_HELD_tanhf
#undef OAIWIRE_HELD_tanhf
#pragma pop_macro("tanhf")
#endif
#ifdef OAIWIRE_HELD_tanhl
#undef OAIWIRE_HELD_tanhl
#pragma pop_macro("tanhl")
#endif
#ifdef OAIWIRE_HELD_tanl
#undef OAIWIRE_HELD_tanl
#pragma pop_macro("tanl")
#endif
#ifdef OAIWIRE_HELD_tape
#undef OAIWIRE_HELD_tape
#pragma pop_macro("tape")
#endif
#ifdef OAIWIRE_HELD_target
#undef OAIWIRE_HELD_target
#pragma pop_macro("target")
#endif
#ifdef OAIWIRE_HELD_task
#undef OAIWIRE_HELD_task
#pragma pop_macro("task")
#endif
#ifdef OAIWIRE_HELD_tasks
#undef OAIWIRE_HELD_tasks
#pragma pop_macro("tasks")
#endif
#ifdef OAIWIRE_HELD_tavily
#undef OAIWIRE_HELD_tavily
#pragma pop_macro("tavily")
#endif
#ifdef OAIWIRE_HELD_tcp
#undef OAIWIRE_HELD_tcp
#pragma pop_macro("tcp")
#endif
#ifdef OAIWIRE_HELD_tell
#undef OAIWIRE_HELD_tell
#pragma pop_macro("tell")
#endif
#ifdef OAIWIRE_HELD_tellg
#undef OAIWIRE_HELD_tellg
#pragma pop_macro("tellg")
#endif
#ifdef OAIWIRE_HELD_tellp
#undef OAIWIRE_HELD_tellp
#pragma pop_macro("tellp")
#endif
#ifdef OAIWIRE_HELD_temperature
#undef OAIWIRE_HELD_temperature
#pragma pop_macro("temperature")
#endif
#ifdef OAIWIRE_HELD_template
#undef OAIWIRE_HELD_template
#pragma pop_macro("template")
#endif
#ifdef OAIWIRE_HELD_template_
#undef OAIWIRE_HELD_template_
#pragma pop_macro("template_")
#endif
#ifdef OAIWIRE_HELD_templates
#undef OAIWIRE_HELD_templates
#pragma pop_macro("templates")
#endif
#ifdef OAIWIRE_HELD_tens
#undef OAIWIRE_HELD_tens
#pragma pop_macro("tens")
#endif
#ifdef OAIWIRE_HELD_tera
#undef OAIWIRE_HELD_tera
#pragma pop_macro("tera")
#endif
#ifdef OAIWIRE_HELD_terminate
#undef OAIWIRE_HELD_terminate
#pragma pop_macro("terminate")
#endif
#ifdef OAIWIRE_HELD_test
#undef OAIWIRE_HELD_test
#pragma pop_macro("test")
#endif
#ifdef OAIWIRE_HELD_text
#undef OAIWIRE_HELD_text
#pragma pop_macro("text")
#endif
#ifdef OAIWIRE_HELD_textdomain
#undef OAIWIRE_HELD_textdomain
#pragma pop_macro("textdomain")
#endif
#ifdef OAIWIRE_HELD_texts
#undef OAIWIRE_HELD_texts
#pragma pop_macro("texts")
#endif
#ifdef OAIWIRE_HELD_tgamma
#undef OAIWIRE_HELD_tgamma
#pragma pop_macro("tgamma")
#endif
#ifdef OAIWIRE_HELD_tgammaf
#undef OAIWIRE_HELD_tgammaf
#pragma pop_macro("tgammaf")
#endif
#ifdef OAIWIRE_HELD_tgammal
#undef OAIWIRE_HELD_tgammal
#pragma pop_macro("tgammal")
#endif
#ifdef OAIWIRE_HELD_theirs
#undef OAIWIRE_HELD_theirs
#pragma pop_macro("theirs")
#endif
#ifdef OAIWIRE_HELD_then
#undef OAIWIRE_HELD_then
#pragma pop_macro("then")
#endif
#ifdef OAIWIRE_HELD_there
#undef OAIWIRE_HELD_there
#pragma pop_macro("there")
#endif
#ifdef OAIWIRE_HELD_thinking
#undef OAIWIRE_HELD_thinking
#pragma pop_macro("thinking")
#endif
#ifdef OAIWIRE_HELD_third
#undef OAIWIRE_HELD_third
#pragma pop_macro("third")
#endif
#ifdef OAIWIRE_HELD_this
#undef OAIWIRE_HELD_this
#pragma pop_macro("this")
#endif
#ifdef OAIWIRE_HELD_this_thread
#undef OAIWIRE_HELD_this_thread
#pragma pop_macro("this_thread")
#endif
#ifdef OAIWIRE_HELD_thousandths
#undef OAIWIRE_HELD_thousandths
#pragma pop_macro("thousandths")
#endif
#ifdef OAIWIRE_HELD_thread
#undef OAIWIRE_HELD_thread
#pragma pop_macro("thread")
#endif
#ifdef OAIWIRE_HELD_thread_local
#undef OAIWIRE_HELD_thread_local
#pragma pop_macro("thread_local")
#endif
#ifdef OAIWIRE_HELD_three
#undef OAIWIRE_HELD_three
#pragma pop_macro("three")
#endif
#ifdef OAIWIRE_HELD_threes
#undef OAIWIRE_HELD_threes
#pragma pop_macro("threes")
#endif
#ifdef OAIWIRE_HELD_threshold
#undef OAIWIRE_HELD_threshold
#pragma pop_macro("threshold")
#endif
#ifdef OAIWIRE_HELD_throw
#undef OAIWIRE_HELD_throw
#pragma pop_macro("throw")
#endif
#ifdef OAIWIRE_HELD_tick
#undef OAIWIRE_HELD_tick
#pragma pop_macro("tick")
#endif
#ifdef OAIWIRE_HELD_tie
#undef OAIWIRE_HELD_tie
#pragma pop_macro("tie")
#endif
#ifdef OAIWIRE_HELD_time
#undef OAIWIRE_HELD_time
#pragma pop_macro("time")
#endif
#ifdef OAIWIRE_HELD_timed
#undef OAIWIRE_HELD_timed
#pragma pop_macro("timed")
#endif
#ifdef OAIWIRE_HELD_timeout
#undef OAIWIRE_HELD_timeout
#pragma pop_macro("timeout")
#endif
#ifdef OAIWIRE_HELD_timeouts
#undef OAIWIRE_HELD_timeouts
#pragma pop_macro("timeouts")
#endif
#ifdef OAIWIRE_HELD_times
#undef OAIWIRE_HELD_times
#pragma pop_macro("times")
#endif
#ifdef OAIWIRE_HELD_timespec
#undef OAIWIRE_HELD_timespec
#pragma pop_macro("timespec")
#endif
#ifdef OAIWIRE_HELD_timespec_get
#undef OAIWIRE_HELD_timespec_get
#pragma pop_macro("timespec_get")
#endif
#ifdef OAIWIRE_HELD_timestamp
#undef OAIWIRE_HELD_timestamp
#pragma pop_macro("timestamp")
#endif
#ifdef OAIWIRE_HELD_timezone
#undef OAIWIRE_HELD_timezone
#pragma pop_macro("timezone")
#endif
#ifdef OAIWIRE_HELD_timing
#undef OAIWIRE_HELD_timing
#pragma pop_macro("timing")
#endif
#ifdef OAIWIRE_HELD_tinfo
#undef OAIWIRE_HELD_tinfo
#pragma pop_macro("tinfo")
#endif
#ifdef OAIWIRE_HELD_title
#undef OAIWIRE_HELD_title
#pragma pop_macro("title")
#endif
#ifdef OAIWIRE_HELD_tls
#undef OAIWIRE_HELD_tls
#pragma pop_macro("tls")
#endif
#ifdef OAIWIRE_HELD_tm
#undef OAIWIRE_HELD_tm
#pragma pop_macro("tm")
#endif
#ifdef OAIWIRE_HELD_tmpfile
#undef OAIWIRE_HELD_tmpfile
#pragma pop_macro("tmpfile")
#endif
#ifdef OAIWIRE_HELD_tmpnam
#undef OAIWIRE_HELD_tmpnam
#pragma pop_macro("tmpnam")
#endif
#ifdef OAIWIRE_HELD_to
#undef OAIWIRE_HELD_to
#pragma pop_macro("to")
#endif
#ifdef OAIWIRE_HELD_to_
#undef OAIWIRE_HELD_to_
#pragma pop_macro("to_")
#endif
#ifdef OAIWIRE_HELD_to_address
#undef OAIWIRE_HELD_to_address
#pragma pop_macro("to_address")
#endif
#ifdef OAIWIRE_HELD_to_array
#undef OAIWIRE_HELD_to_array
#pragma pop_macro("to_array")
#endif
#ifdef OAIWIRE_HELD_to_chars
#undef OAIWIRE_HELD_to_chars
#pragma pop_macro("to_chars")
#endif
#ifdef OAIWIRE_HELD_to_string
#undef OAIWIRE_HELD_to_string
#pragma pop_macro("to_string")
#endif
#ifdef OAIWIRE_HELD_together
#undef OAIWIRE_HELD_together
#pragma pop_macro("together")
#endif
#ifdef OAIWIRE_HELD_token
#undef OAIWIRE_HELD_token
#pragma pop_macro("token")
#endif
#ifdef OAIWIRE_HELD_tokens
#undef OAIWIRE_HELD_tokens
#pragma pop_macro("tokens")
#endif
#ifdef OAIWIRE_HELD_told
#undef OAIWIRE_HELD_told
#pragma pop_macro("told")
#endif
#ifdef OAIWIRE_HELD_tolerant
#undef OAIWIRE_HELD_tolerant
#pragma pop_macro("tolerant")
#endif
#ifdef OAIWIRE_HELD_tolower
#undef OAIWIRE_HELD_tolower
#pragma pop_macro("tolower")
#endif
#ifdef OAIWIRE_HELD_tool
#undef OAIWIRE_HELD_tool
#pragma pop_macro("tool")
#endif
#ifdef OAIWIRE_HELD_tools
#undef OAIWIRE_HELD_tools
#pragma pop_macro("tools")
#endif
#ifdef OAIWIRE_HELD_top
#undef OAIWIRE_HELD_top
#pragma pop_macro("top")
#endif
#ifdef OAIWIRE_HELD_total
#undef OAIWIRE_HELD_total
#pragma pop_macro("total")
#endif
#ifdef OAIWIRE_HELD_touch
#undef OAIWIRE_HELD_touch
#pragma pop_macro("touch")
#endif
#ifdef OAIWIRE_HELD_touched
#undef OAIWIRE_HELD_touched
#pragma pop_macro("touched")
#endif
#ifdef OAIWIRE_HELD_toupper
#undef OAIWIRE_HELD_toupper
#pragma pop_macro("toupper")
#endif
#ifdef OAIWIRE_HELD_towctrans
#undef OAIWIRE_HELD_towctrans
#pragma pop_macro("towctrans")
#endif
#ifdef OAIWIRE_HELD_towlower
#undef OAIWIRE_HELD_towlower
#pragma pop_macro("towlower")
#endif
#ifdef OAIWIRE_HELD_towupper
#undef OAIWIRE_HELD_towupper
#pragma pop_macro("towupper")
#endif
#ifdef OAIWIRE_HELD_tracing
#undef OAIWIRE_HELD_tracing
#pragma pop_macro("tracing")
#endif
#ifdef OAIWIRE_HELD_trail
#undef OAIWIRE_HELD_trail
#pragma pop_macro("trail")
#endif
#ifdef OAIWIRE_HELD_trailers
#undef OAIWIRE_HELD_trailers
#pragma pop_macro("trailers")
#endif
#ifdef OAIWIRE_HELD_traits
#undef OAIWIRE_HELD_traits
#pragma pop_macro("traits")
#endif
#ifdef OAIWIRE_HELD_transcript
#undef OAIWIRE_HELD_transcript
#pragma pop_macro("transcript")
#endif
#ifdef OAIWIRE_HELD_transcription
#undef OAIWIRE_HELD_transcription
#pragma pop_macro("transcription")
#endif
#ifdef OAIWIRE_HELD_transfer
#undef OAIWIRE_HELD_transfer
#pragma pop_macro("transfer")
#endif
#ifdef OAIWIRE_HELD_transform
#undef OAIWIRE_HELD_transform
#pragma pop_macro("transform")
#endif
#ifdef OAIWIRE_HELD_transparent
#undef OAIWIRE_HELD_transparent
#pragma pop_macro("transparent")
#endif
#ifdef OAIWIRE_HELD_transport
#undef OAIWIRE_HELD_transport
#pragma pop_macro("transport")
#endif
#ifdef OAIWIRE_HELD_traps
#undef OAIWIRE_HELD_traps
#pragma pop_macro("traps")
#endif
#ifdef OAIWIRE_HELD_trial
#undef OAIWIRE_HELD_trial
#pragma pop_macro("trial")
#endif
#ifdef OAIWIRE_HELD_triggers
#undef OAIWIRE_HELD_triggers
#pragma pop_macro("triggers")
#endif
#ifdef OAIWIRE_HELD_trim
#undef OAIWIRE_HELD_trim
#pragma pop_macro("trim")
#endif
#ifdef OAIWIRE_HELD_trimmed
#undef OAIWIRE_HELD_trimmed
#pragma pop_macro("trimmed")
#endif
#ifdef OAIWIRE_HELD_triple
#undef OAIWIRE_HELD_triple
#pragma pop_macro("triple")
#endif
#ifdef OAIWIRE_HELD_trivial
#undef OAIWIRE_HELD_trivial
#pragma pop_macro("trivial")
#endif
#ifdef OAIWIRE_HELD_true
#undef OAIWIRE_HELD_true
#pragma pop_macro("true")
#endif
#ifdef OAIWIRE_HELD_true_type
#undef OAIWIRE_HELD_true_type
#pragma pop_macro("true_type")
#endif
#ifdef OAIWIRE_HELD_truename
#undef OAIWIRE_HELD_truename
#pragma pop_macro("truename")
#endif
#ifdef OAIWIRE_HELD_trunc
#undef OAIWIRE_HELD_trunc
#pragma pop_macro("trunc")
#endif
#ifdef OAIWIRE_HELD_truncate
#undef OAIWIRE_HELD_truncate
#pragma pop_macro("truncate")
#endif
#ifdef OAIWIRE_HELD_truncated
#undef OAIWIRE_HELD_truncated
#pragma pop_macro("truncated")
#endif
#ifdef OAIWIRE_HELD_truncation
#undef OAIWIRE_HELD_truncation
#pragma pop_macro("truncation")
#endif
#ifdef OAIWIRE_HELD_truncf
#undef OAIWIRE_HELD_truncf
#pragma pop_macro("truncf")
#endif
#ifdef OAIWIRE_HELD_truncl
#undef OAIWIRE_HELD_truncl
#pragma pop_macro("truncl")
#endif
#ifdef OAIWIRE_HELD_trusted
#undef OAIWIRE_HELD_trusted
#pragma pop_macro("trusted")
#endif
#ifdef OAIWIRE_HELD_try
#undef OAIWIRE_HELD_try
#pragma pop_macro("try")
#endif
#ifdef OAIWIRE_HELD_try_lock
#undef OAIWIRE_HELD_try_lock
#pragma pop_macro("try_lock")
#endif
#ifdef OAIWIRE_HELD_ttl
#undef OAIWIRE_HELD_ttl
#pragma pop_macro("ttl")
#endif
#ifdef OAIWIRE_HELD_tuple
#undef OAIWIRE_HELD_tuple
#pragma pop_macro("tuple")
#endif
#ifdef OAIWIRE_HELD_tuple_element_t
#undef OAIWIRE_HELD_tuple_element_t
#pragma pop_macro("tuple_element_t")
#endif
#ifdef OAIWIRE_HELD_tuple_size
#undef OAIWIRE_HELD_tuple_size
#pragma pop_macro("tuple_size")
#endif
#ifdef OAIWIRE_HELD_tuple_size_v
#undef OAIWIRE_HELD_tuple_size_v
#pragma pop_macro("tuple_size_v")
#endif
#ifdef OAIWIRE_HELD_turn
#undef OAIWIRE_HELD_turn
#pragma pop_macro("turn")
#endif
#ifdef OAIWIRE_HELD_turns
#undef OAIWIRE_HELD_turns
#pragma pop_macro("turns")
#endif
#ifdef OAIWIRE_HELD_twice
#undef OAIWIRE_HELD_twice
#pragma pop_macro("twice")
#endif
#ifdef OAIWIRE_HELD_two
#undef OAIWIRE_HELD_two
#pragma pop_macro("two")
#endif
#ifdef OAIWIRE_HELD_typ
#undef OAIWIRE_HELD_typ
#pragma pop_macro("typ")
#endif
#ifdef OAIWIRE_HELD_type
#undef OAIWIRE_HELD_type
#pragma pop_macro("type")
#endif
#ifdef OAIWIRE_HELD_type_identity
#undef OAIWIRE_HELD_type_identity
#pragma pop_macro("type_identity")
#endif
#ifdef OAIWIRE_HELD_type_identity_t
#undef OAIWIRE_HELD_type_identity_t
#pragma pop_macro("type_identity_t")
#endif
#ifdef OAIWIRE_HELD_type_info
#undef OAIWIRE_HELD_type_info
#pragma pop_macro("type_info")
#endif
#ifdef OAIWIRE_HELD_type_name
#undef OAIWIRE_HELD_type_name
#pragma pop_macro("type_name")
#endif
#ifdef OAIWIRE_HELD_type_of
#undef OAIWIRE_HELD_type_of
#pragma pop_macro("type_of")
#endif
#ifdef OAIWIRE_HELD_typed
#undef OAIWIRE_HELD_typed
#pragma pop_macro("typed")
#endif
#ifdef OAIWIRE_HELD_typedef
#undef OAIWIRE_HELD_typedef
#pragma pop_macro("typedef")
#endif
#ifdef OAIWIRE_HELD_typeid
#undef OAIWIRE_HELD_typeid
#pragma pop_macro("typeid")
#endif
#ifdef OAIWIRE_HELD_typename
#undef OAIWIRE_HELD_typename
#pragma pop_macro("typename")
#endif
#ifdef OAIWIRE_HELD_types
#undef OAIWIRE_HELD_types
#pragma pop_macro("types")
#endif
#ifdef OAIWIRE_HELD_u
#undef OAIWIRE_HELD_u
#pragma pop_macro("u")
#endif
#ifdef OAIWIRE_HELD_u128
#undef OAIWIRE_HELD_u128
#pragma pop_macro("u128")
#endif
#ifdef OAIWIRE_HELD_u8string
#undef OAIWIRE_HELD_u8string
#pragma pop_macro("u8string")
#endif
#ifdef OAIWIRE_HELD_uflow
#undef OAIWIRE_HELD_uflow
#pragma pop_macro("uflow")
#endif
#ifdef OAIWIRE_HELD_uint
#undef OAIWIRE_HELD_uint
#pragma pop_macro("uint")
#endif
#ifdef OAIWIRE_HELD_uint16_t
#undef OAIWIRE_HELD_uint16_t
#pragma pop_macro("uint16_t")
#endif
#ifdef OAIWIRE_HELD_uint32_t
#undef OAIWIRE_HELD_uint32_t
#pragma pop_macro("uint32_t")
#endif
#ifdef OAIWIRE_HELD_uint64_t
#undef OAIWIRE_HELD_uint64_t
#pragma pop_macro("uint64_t")
#endif
#ifdef OAIWIRE_HELD_uint8_t
#undef OAIWIRE_HELD_uint8_t
#pragma pop_macro("uint8_t")
#endif
#ifdef OAIWIRE_HELD_uintmax_t
#undef OAIWIRE_HELD_uintmax_t
#pragma pop_macro("uintmax_t")
#endif
#ifdef OAIWIRE_HELD_uintptr_t
#undef OAIWIRE_HELD_uintptr_t
#pragma pop_macro("uintptr_t")
#endif
#ifdef OAIWIRE_HELD_ultrafast
#undef OAIWIRE_HELD_ultrafast
#pragma pop_macro("ultrafast")
#endif
#ifdef OAIWIRE_HELD_unbounded
#undef OAIWIRE_HELD_unbounded
#pragma pop_macro("unbounded")
#endif
#ifdef OAIWIRE_HELD_unchain
#undef OAIWIRE_HELD_unchain
#pragma pop_macro("unchain")
#endif
#ifdef OAIWIRE_HELD_undecided
#undef OAIWIRE_HELD_undecided
#pragma pop_macro("undecided")
#endif
#ifdef OAIWIRE_HELD_underflow
#undef OAIWIRE_HELD_underflow
#pragma pop_macro("underflow")
#endif
#ifdef OAIWIRE_HELD_undo
#undef OAIWIRE_HELD_undo
#pragma pop_macro("undo")
#endif
#ifdef OAIWIRE_HELD_unescape
#undef OAIWIRE_HELD_unescape
#pragma pop_macro("unescape")
#endif
#ifdef OAIWIRE_HELD_unescaped
#undef OAIWIRE_HELD_unescaped
#pragma pop_macro("unescaped")
#endif
#ifdef OAIWIRE_HELD_unexpected
#undef OAIWIRE_HELD_unexpected
#pragma pop_macro("unexpected")
#endif
#ifdef OAIWIRE_HELD_unfinished
#undef OAIWIRE_HELD_unfinished
#pragma pop_macro("unfinished")
#endif
#ifdef OAIWIRE_HELD_unget
#undef OAIWIRE_HELD_unget
#pragma pop_macro("unget")
#endif
#ifdef OAIWIRE_HELD_ungetc
#undef OAIWIRE_HELD_ungetc
#pragma pop_macro("ungetc")
#endif
#ifdef OAIWIRE_HELD_ungetwc
#undef OAIWIRE_HELD_ungetwc
#pragma pop_macro("ungetwc")
#endif
#ifdef OAIWIRE_HELD_unicode
#undef OAIWIRE_HELD_unicode
#pragma pop_macro("unicode")
#endif
#ifdef OAIWIRE_HELD_uninitialized_copy
#undef OAIWIRE_HELD_uninitialized_copy
#pragma pop_macro("uninitialized_copy")
#endif
#ifdef OAIWIRE_HELD_union
#undef OAIWIRE_HELD_union
#pragma pop_macro("union")
#endif
#ifdef OAIWIRE_HELD_unique
#undef OAIWIRE_HELD_unique
#pragma pop_macro("unique")
#endif
#ifdef OAIWIRE_HELD_unique_lock
#undef OAIWIRE_HELD_unique_lock
#pragma pop_macro("unique_lock")
#endif
#ifdef OAIWIRE_HELD_unique_ptr
#undef OAIWIRE_HELD_unique_ptr
#pragma pop_macro("unique_ptr")
#endif
#ifdef OAIWIRE_HELD_unit
#undef OAIWIRE_HELD_unit
#pragma pop_macro("unit")
#endif
#ifdef OAIWIRE_HELD_unitbuf
#undef OAIWIRE_HELD_unitbuf
#pragma pop_macro("unitbuf")
#endif
#ifdef OAIWIRE_HELD_units
#undef OAIWIRE_HELD_units
#pragma pop_macro("units")
#endif
#ifdef OAIWIRE_HELD_unknown
#undef OAIWIRE_HELD_unknown
#pragma pop_macro("unknown")
#endif
#ifdef OAIWIRE_HELD_unlike
#undef OAIWIRE_HELD_unlike
#pragma pop_macro("unlike")
#endif
#ifdef OAIWIRE_HELD_unlikely
#undef OAIWIRE_HELD_unlikely
#pragma pop_macro("unlikely")
#endif
#ifdef OAIWIRE_HELD_unlisted
#undef OAIWIRE_HELD_unlisted
#pragma pop_macro("unlisted")
#endif
#ifdef OAIWIRE_HELD_unlock
#undef OAIWIRE_HELD_unlock
#pragma pop_macro("unlock")
#endif
#ifdef OAIWIRE_HELD_unmatched
#undef OAIWIRE_HELD_unmatched
#pragma pop_macro("unmatched")
#endif
#ifdef OAIWIRE_HELD_unmet
#undef OAIWIRE_HELD_unmet
#pragma pop_macro("unmet")
#endif
#ifdef OAIWIRE_HELD_unnamed
#undef OAIWIRE_HELD_unnamed
#pragma pop_macro("unnamed")
#endif
#ifdef OAIWIRE_HELD_unordered
#undef OAIWIRE_HELD_unordered
#pragma pop_macro("unordered")
#endif
#ifdef OAIWIRE_HELD_unplace
#undef OAIWIRE_HELD_unplace
#pragma pop_macro("unplace")
#endif
#ifdef OAIWIRE_HELD_unprocessable
#undef OAIWIRE_HELD_unprocessable
#pragma pop_macro("unprocessable")
#endif
#ifdef OAIWIRE_HELD_unread
#undef OAIWIRE_HELD_unread
#pragma pop_macro("unread")
#endif
#ifdef OAIWIRE_HELD_unrecognised
#undef OAIWIRE_HELD_unrecognised
#pragma pop_macro("unrecognised")
#endif
#ifdef OAIWIRE_HELD_unsent
#undef OAIWIRE_HELD_unsent
#pragma pop_macro("unsent")
#endif
#ifdef OAIWIRE_HELD_unseq
#undef OAIWIRE_HELD_unseq
#pragma pop_macro("unseq")
#endif
#ifdef OAIWIRE_HELD_unset
#undef OAIWIRE_HELD_unset
#pragma pop_macro("unset")
#endif
#ifdef OAIWIRE_HELD_unsetf
#undef OAIWIRE_HELD_unsetf
#pragma pop_macro("unsetf")
#endif
#ifdef OAIWIRE_HELD_unshift
#undef OAIWIRE_HELD_unshift
#pragma pop_macro("unshift")
#endif
#ifdef OAIWIRE_HELD_unsigned
#undef OAIWIRE_HELD_unsigned
#pragma pop_macro("unsigned")
#endif
#ifdef OAIWIRE_HELD_unsigned_integral
#undef OAIWIRE_HELD_unsigned_integral
#pragma pop_macro("unsigned_integral")
#endif
#ifdef OAIWIRE_HELD_unsized
#undef OAIWIRE_HELD_unsized
#pragma pop_macro("unsized")
#endif
#ifdef OAIWIRE_HELD_unsure
#undef OAIWIRE_HELD_unsure
#pragma pop_macro("unsure")
#endif
#ifdef OAIWIRE_HELD_until
#undef OAIWIRE_HELD_until
#pragma pop_macro("until")
#endif
#ifdef OAIWIRE_HELD_unused
#undef OAIWIRE_HELD_unused
#pragma pop_macro("unused")
#endif
#ifdef OAIWIRE_HELD_unusual
#undef OAIWIRE_HELD_unusual
#pragma pop_macro("unusual")
#endif
#ifdef OAIWIRE_HELD_unwrap
#undef OAIWIRE_HELD_unwrap
#pragma pop_macro("unwrap")
#endif
#ifdef OAIWIRE_HELD_unwrapped
#undef OAIWIRE_HELD_unwrapped
#pragma pop_macro("unwrapped")
#endif
#ifdef OAIWIRE_HELD_up
#undef OAIWIRE_HELD_up
#pragma pop_macro("up")
#endif
#ifdef OAIWIRE_HELD_upgrade
#undef OAIWIRE_HELD_upgrade
#pragma pop_macro("upgrade")
#endif
#ifdef OAIWIRE_HELD_upload
#undef OAIWIRE_HELD_upload
#pragma pop_macro("upload")
#endif
#ifdef OAIWIRE_HELD_uploaded
#undef OAIWIRE_HELD_uploaded
#pragma pop_macro("uploaded")
#endif
#ifdef OAIWIRE_HELD_upper
#undef OAIWIRE_HELD_upper
#pragma pop_macro("upper")
#endif
#ifdef OAIWIRE_HELD_uppercase
#undef OAIWIRE_HELD_uppercase
#pragma pop_macro("uppercase")
#endif
#ifdef OAIWIRE_HELD_upstream
#undef OAIWIRE_HELD_upstream
#pragma pop_macro("upstream")
#endif
#ifdef OAIWIRE_HELD_url
#undef OAIWIRE_HELD_url
#pragma pop_macro("url")
#endif
#ifdef OAIWIRE_HELD_us
#undef OAIWIRE_HELD_us
#pragma pop_macro("us")
#endif
#ifdef OAIWIRE_HELD_usable
#undef OAIWIRE_HELD_usable
#pragma pop_macro("usable")
#endif
#ifdef OAIWIRE_HELD_usage
#undef OAIWIRE_HELD_usage
#pragma pop_macro("usage")
#endif
#ifdef OAIWIRE_HELD_use
#undef OAIWIRE_HELD_use
#pragma pop_macro("use")
#endif
#ifdef OAIWIRE_HELD_use_facet
#undef OAIWIRE_HELD_use_facet
#pragma pop_macro("use_facet")
#endif
#ifdef OAIWIRE_HELD_used
#undef OAIWIRE_HELD_used
#pragma pop_macro("used")
#endif
#ifdef OAIWIRE_HELD_uselocale
#undef OAIWIRE_HELD_uselocale
#pragma pop_macro("uselocale")
#endif
#ifdef OAIWIRE_HELD_user
#undef OAIWIRE_HELD_user
#pragma pop_macro("user")
#endif
#ifdef OAIWIRE_HELD_user_data
#undef OAIWIRE_HELD_user_data
#pragma pop_macro("user_data")
#endif
#ifdef OAIWIRE_HELD_users
#undef OAIWIRE_HELD_users
#pragma pop_macro("users")
#endif
#ifdef OAIWIRE_HELD_using
#undef OAIWIRE_HELD_using
#pragma pop_macro("using")
#endif
#ifdef OAIWIRE_HELD_usual
#undef OAIWIRE_HELD_usual
#pragma pop_macro("usual")
#endif
#ifdef OAIWIRE_HELD_utf8
#undef OAIWIRE_HELD_utf8
#pragma pop_macro("utf8")
#endif
#ifdef OAIWIRE_HELD_v
#undef OAIWIRE_HELD_v
#pragma pop_macro("v")
#endif
#ifdef OAIWIRE_HELD_v1
#undef OAIWIRE_HELD_v1
#pragma pop_macro("v1")
#endif
#ifdef OAIWIRE_HELD_val
#undef OAIWIRE_HELD_val
#pragma pop_macro("val")
#endif
#ifdef OAIWIRE_HELD_valarray
#undef OAIWIRE_HELD_valarray
#pragma pop_macro("valarray")
#endif
#ifdef OAIWIRE_HELD_valid
#undef OAIWIRE_HELD_valid
#pragma pop_macro("valid")
#endif
#ifdef OAIWIRE_HELD_validate
#undef OAIWIRE_HELD_validate
#pragma pop_macro("validate")
#endif
#ifdef OAIWIRE_HELD_validating
#undef OAIWIRE_HELD_validating
#pragma pop_macro("validating")
#endif
#ifdef OAIWIRE_HELD_validator
#undef OAIWIRE_HELD_validator
#pragma pop_macro("validator")
#endif
#ifdef OAIWIRE_HELD_value
#undef OAIWIRE_HELD_value
#pragma pop_macro("value")
#endif
#ifdef OAIWIRE_HELD_value_of
#undef OAIWIRE_HELD_value_of
#pragma pop_macro("value_of")
#endif
#ifdef OAIWIRE_HELD_value_or
#undef OAIWIRE_HELD_value_or
#pragma pop_macro("value_or")
#endif
#ifdef OAIWIRE_HELD_value_type
#undef OAIWIRE_HELD_value_type
#pragma pop_macro("value_type")
#endif
#ifdef OAIWIRE_HELD_values
#undef OAIWIRE_HELD_values
#pragma pop_macro("values")
#endif
#ifdef OAIWIRE_HELD_variable
#undef OAIWIRE_HELD_variable
#pragma pop_macro("variable")
#endif
#ifdef OAIWIRE_HELD_variables
#undef OAIWIRE_HELD_variables
#pragma pop_macro("variables")
#endif
#ifdef OAIWIRE_HELD_variant
#undef OAIWIRE_HELD_variant
#pragma pop_macro("variant")
#endif
#ifdef OAIWIRE_HELD_variant_alternative_t
#undef OAIWIRE_HELD_variant_alternative_t
#pragma pop_macro("variant_alternative_t")
#endif
#ifdef OAIWIRE_HELD_variant_npos
#undef OAIWIRE_HELD_variant_npos
#pragma pop_macro("variant_npos")
#endif
#ifdef OAIWIRE_HELD_variant_size_v
#undef OAIWIRE_HELD_variant_size_v
#pragma pop_macro("variant_size_v")
#endif
#ifdef OAIWIRE_HELD_varies
#undef OAIWIRE_HELD_varies
#pragma pop_macro("varies")
#endif
#ifdef OAIWIRE_HELD_vasprintf
#undef OAIWIRE_HELD_vasprintf
#pragma pop_macro("vasprintf")
#endif
#ifdef OAIWIRE_HELD_vector
#undef OAIWIRE_HELD_vector
#pragma pop_macro("vector")
#endif
#ifdef OAIWIRE_HELD_verbosity
#undef OAIWIRE_HELD_verbosity
#pragma pop_macro("verbosity")
#endif
#ifdef OAIWIRE_HELD_verdict
#undef OAIWIRE_HELD_verdict
#pragma pop_macro("verdict")
#endif
#ifdef OAIWIRE_HELD_version
#undef OAIWIRE_HELD_version
#pragma pop_macro("version")
#endif
#ifdef OAIWIRE_HELD_versioned
#undef OAIWIRE_HELD_versioned
#pragma pop_macro("versioned")
#endif
#ifdef OAIWIRE_HELD_vertex
#undef OAIWIRE_HELD_vertex
#pragma pop_macro("vertex")
#endif
#ifdef OAIWIRE_HELD_vformat
#undef OAIWIRE_HELD_vformat
#pragma pop_macro("vformat")
#endif
#ifdef OAIWIRE_HELD_vfprintf
#undef OAIWIRE_HELD_vfprintf
#pragma pop_macro("vfprintf")
#endif
#ifdef OAIWIRE_HELD_vfscanf
#undef OAIWIRE_HELD_vfscanf
#pragma pop_macro("vfscanf")
#endif
#ifdef OAIWIRE_HELD_vfwprintf
#undef OAIWIRE_HELD_vfwprintf
#pragma pop_macro("vfwprintf")
#endif
#ifdef OAIWIRE_HELD_vfwscanf
#undef OAIWIRE_HELD_vfwscanf
#pragma pop_macro("vfwscanf")
#endif
#ifdef OAIWIRE_HELD_video
#undef OAIWIRE_HELD_video
#pragma pop_macro("video")
#endif
#ifdef OAIWIRE_HELD_videos
#undef OAIWIRE_HELD_videos
#pragma pop_macro("videos")
#endif
#ifdef OAIWIRE_HELD_view
#undef OAIWIRE_HELD_view
#pragma pop_macro("view")
#endif
#ifdef OAIWIRE_HELD_views
#undef OAIWIRE_HELD_views
#pragma pop_macro("views")
#endif
#ifdef OAIWIRE_HELD_violated
#undef OAIWIRE_HELD_violated
#pragma pop_macro("violated")
#endif
#ifdef OAIWIRE_HELD_violation
#undef OAIWIRE_HELD_violation
#pragma pop_macro("violation")
#endif
#ifdef OAIWIRE_HELD_violations
#undef OAIWIRE_HELD_violations
#pragma pop_macro("violations")
#endif
#ifdef OAIWIRE_HELD_violence
#undef OAIWIRE_HELD_violence
#pragma pop_macro("violence")
#endif
#ifdef OAIWIRE_HELD_virtual
#undef OAIWIRE_HELD_virtual
#pragma pop_macro("virtual")
#endif
#ifdef OAIWIRE_HELD_vision
#undef OAIWIRE_HELD_vision
#pragma pop_macro("vision")
#endif
#ifdef OAIWIRE_HELD_visit
#undef OAIWIRE_HELD_visit
#pragma pop_macro("visit")
#endif
#ifdef OAIWIRE_HELD_vivid
#undef OAIWIRE_HELD_vivid
#pragma pop_macro("vivid")
#endif
#ifdef OAIWIRE_HELD_vllm
#undef OAIWIRE_HELD_vllm
#pragma pop_macro("vllm")
#endif
#ifdef OAIWIRE_HELD_voice
#undef OAIWIRE_HELD_voice
#pragma pop_macro("voice")
#endif
#ifdef OAIWIRE_HELD_void
#undef OAIWIRE_HELD_void
#pragma pop_macro("void")
#endif
#ifdef OAIWIRE_HELD_void_t
#undef OAIWIRE_HELD_void_t
#pragma pop_macro("void_t")
#endif
#ifdef OAIWIRE_HELD_volatile
#undef OAIWIRE_HELD_volatile
#pragma pop_macro("volatile")
#endif
#ifdef OAIWIRE_HELD_vprintf
#undef OAIWIRE_HELD_vprintf
#pragma pop_macro("vprintf")
#endif
#ifdef OAIWIRE_HELD_vscanf
#undef OAIWIRE_HELD_vscanf
#pragma pop_macro("vscanf")
#endif
#ifdef OAIWIRE_HELD_vsnprintf
#undef OAIWIRE_HELD_vsnprintf
#pragma pop_macro("vsnprintf")
#endif
#ifdef OAIWIRE_HELD_vsprintf
#undef OAIWIRE_HELD_vsprintf
#pragma pop_macro("vsprintf")
#endif
#ifdef OAIWIRE_HELD_vsscanf
#undef OAIWIRE_HELD_vsscanf
#pragma pop_macro("vsscanf")
#endif
#ifdef OAIWIRE_HELD_vswprintf
#undef OAIWIRE_HELD_vswprintf
#pragma pop_macro("vswprintf")
#endif
#ifdef OAIWIRE_HELD_vswscanf
#undef OAIWIRE_HELD_vswscanf
#pragma pop_macro("vswscanf")
#endif
#ifdef OAIWIRE_HELD_vtt
#undef OAIWIRE_HELD_vtt
#pragma pop_macro("vtt")
#endif
#ifdef OAIWIRE_HELD_vwprintf
#undef OAIWIRE_HELD_vwprintf
#pragma pop_macro("vwprintf")
#endif
#ifdef OAIWIRE_HELD_vwscanf
#undef OAIWIRE_HELD_vwscanf
#pragma pop_macro("vwscanf")
#endif
#ifdef OAIWIRE_HELD_w
#undef OAIWIRE_HELD_w
#pragma pop_macro("w")
#endif
#ifdef OAIWIRE_HELD_wait
#undef OAIWIRE_HELD_wait
#pragma pop_macro("wait")
#endif
#ifdef OAIWIRE_HELD_waiting
#undef OAIWIRE_HELD_waiting
#pragma pop_macro("waiting")
#endif
#ifdef OAIWIRE_HELD_waits
#undef OAIWIRE_HELD_waits
#pragma pop_macro("waits")
#endif
#ifdef OAIWIRE_HELD_waive
#undef OAIWIRE_HELD_waive
#pragma pop_macro("waive")
#endif
#ifdef OAIWIRE_HELD_wake
#undef OAIWIRE_HELD_wake
#pragma pop_macro("wake")
#endif
#ifdef OAIWIRE_HELD_waker
#undef OAIWIRE_HELD_waker
#pragma pop_macro("waker")
#endif
#ifdef OAIWIRE_HELD_walker
#undef OAIWIRE_HELD_walker
#pragma pop_macro("walker")
#endif
#ifdef OAIWIRE_HELD_wandb
#undef OAIWIRE_HELD_wandb
#pragma pop_macro("wandb")
#endif
#ifdef OAIWIRE_HELD_wanted
#undef OAIWIRE_HELD_wanted
#pragma pop_macro("wanted")
#endif
#ifdef OAIWIRE_HELD_warn
#undef OAIWIRE_HELD_warn
#pragma pop_macro("warn")
#endif
#ifdef OAIWIRE_HELD_was
#undef OAIWIRE_HELD_was
#pragma pop_macro("was")
#endif
#ifdef OAIWIRE_HELD_watch
#undef OAIWIRE_HELD_watch
#pragma pop_macro("watch")
#endif
#ifdef OAIWIRE_HELD_watched
#undef OAIWIRE_HELD_watched
#pragma pop_macro("watched")
#endif
#ifdef OAIWIRE_HELD_wav
#undef OAIWIRE_HELD_wav
#pragma pop_macro("wav")
#endif
#ifdef OAIWIRE_HELD_way
#undef OAIWIRE_HELD_way
#pragma pop_macro("way")
#endif
#ifdef OAIWIRE_HELD_ways
#undef OAIWIRE_HELD_ways
#pragma pop_macro("ways")
#endif
#ifdef OAIWIRE_HELD_wchar_t
#undef OAIWIRE_HELD_wchar_t
#pragma pop_macro("wchar_t")
#endif
#ifdef OAIWIRE_HELD_wcrtomb
#undef OAIWIRE_HELD_wcrtomb
#pragma pop_macro("wcrtomb")
#endif
#ifdef OAIWIRE_HELD_wcscat
#undef OAIWIRE_HELD_wcscat
#pragma pop_macro("wcscat")
#endif
#ifdef OAIWIRE_HELD_wcschr
#undef OAIWIRE_HELD_wcschr
#pragma pop_macro("wcschr")
#endif
#ifdef OAIWIRE_HELD_wcscmp
#undef OAIWIRE_HELD_wcscmp
#pragma pop_macro("wcscmp")
#endif
#ifdef OAIWIRE_HELD_wcscoll
#undef OAIWIRE_HELD_wcscoll
#pragma pop_macro("wcscoll")
#endif
#ifdef OAIWIRE_HELD_wcscpy
#undef OAIWIRE_HELD_wcscpy
#pragma pop_macro("wcscpy")
#endif
#ifdef OAIWIRE_HELD_wcscspn
#undef OAIWIRE_HELD_wcscspn
#pragma pop_macro("wcscspn")
#endif
#ifdef OAIWIRE_HELD_wcsftime
#undef OAIWIRE_HELD_wcsftime
#pragma pop_macro("wcsftime")
#endif
#ifdef OAIWIRE_HELD_wcslen
#undef OAIWIRE_HELD_wcslen
#pragma pop_macro("wcslen")
#endif
#ifdef OAIWIRE_HELD_wcsncat
#undef OAIWIRE_HELD_wcsncat
#pragma pop_macro("wcsncat")
#endif
#ifdef OAIWIRE_HELD_wcsncmp
#undef OAIWIRE_HELD_wcsncmp
#pragma pop_macro("wcsncmp")
#endif
#ifdef OAIWIRE_HELD_wcsncpy
#undef OAIWIRE_HELD_wcsncpy
#pragma pop_macro("wcsncpy")
#endif
#ifdef OAIWIRE_HELD_wcsnrtombs
#undef OAIWIRE_HELD_wcsnrtombs
#pragma pop_macro("wcsnrtombs")
#endif
#ifdef OAIWIRE_HELD_wcspbrk
#undef OAIWIRE_HELD_wcspbrk
#pragma pop_macro("wcspbrk")
#endif
#ifdef OAIWIRE_HELD_wcsrchr
#undef OAIWIRE_HELD_wcsrchr
#pragma pop_macro("wcsrchr")
#endif
#ifdef OAIWIRE_HELD_wcsrtombs
#undef OAIWIRE_HELD_wcsrtombs
#pragma pop_macro("wcsrtombs")
#endif
#ifdef OAIWIRE_HELD_wcsspn
#undef OAIWIRE_HELD_wcsspn
#pragma pop_macro("wcsspn")
#endif
#ifdef OAIWIRE_HELD_wcsstr
#undef OAIWIRE_HELD_wcsstr
#pragma pop_macro("wcsstr")
#endif
#ifdef OAIWIRE_HELD_wcstod
#undef OAIWIRE_HELD_wcstod
#pragma pop_macro("wcstod")
#endif
#ifdef OAIWIRE_HELD_wcstof
#undef OAIWIRE_HELD_wcstof
#pragma pop_macro("wcstof")
#endif
#ifdef OAIWIRE_HELD_wcstok
#undef OAIWIRE_HELD_wcstok
#pragma pop_macro("wcstok")
#endif
#ifdef OAIWIRE_HELD_wcstol
#undef OAIWIRE_HELD_wcstol
#pragma pop_macro("wcstol")
#endif
#ifdef OAIWIRE_HELD_wcstold
#undef OAIWIRE_HELD_wcstold
#pragma pop_macro("wcstold")
#endif
#ifdef OAIWIRE_HELD_wcstoll
#undef OAIWIRE_HELD_wcstoll
#pragma pop_macro("wcstoll")
#endif
#ifdef OAIWIRE_HELD_wcstombs
#undef OAIWIRE_HELD_wcstombs
#pragma pop_macro("wcstombs")
#endif
#ifdef OAIWIRE_HELD_wcstoul
#undef OAIWIRE_HELD_wcstoul
#pragma pop_macro("wcstoul")
#endif
#ifdef OAIWIRE_HELD_wcstoull
#undef OAIWIRE_HELD_wcstoull
#pragma pop_macro("wcstoull")
#endif
#ifdef OAIWIRE_HELD_wcsxfrm
#undef OAIWIRE_HELD_wcsxfrm
#pragma pop_macro("wcsxfrm")
#endif
#ifdef OAIWIRE_HELD_wctob
#undef OAIWIRE_HELD_wctob
#pragma pop_macro("wctob")
#endif
#ifdef OAIWIRE_HELD_wctomb
#undef OAIWIRE_HELD_wctomb
#pragma pop_macro("wctomb")
#endif
#ifdef OAIWIRE_HELD_wctrans
#undef OAIWIRE_HELD_wctrans
#pragma pop_macro("wctrans")
#endif
#ifdef OAIWIRE_HELD_wctype
#undef OAIWIRE_HELD_wctype
#pragma pop_macro("wctype")
#endif
#ifdef OAIWIRE_HELD_weak
#undef OAIWIRE_HELD_weak
#pragma pop_macro("weak")
#endif
#ifdef OAIWIRE_HELD_weak_ptr
#undef OAIWIRE_HELD_weak_ptr
#pragma pop_macro("weak_ptr")
#endif
#ifdef OAIWIRE_HELD_web
#undef OAIWIRE_HELD_web
#pragma pop_macro("web")
#endif
#ifdef OAIWIRE_HELD_webp
#undef OAIWIRE_HELD_webp
#pragma pop_macro("webp")
#endif
#ifdef OAIWIRE_HELD_websocket
#undef OAIWIRE_HELD_websocket
#pragma pop_macro("websocket")
#endif
#ifdef OAIWIRE_HELD_weekday
#undef OAIWIRE_HELD_weekday
#pragma pop_macro("weekday")
#endif
#ifdef OAIWIRE_HELD_weeks
#undef OAIWIRE_HELD_weeks
#pragma pop_macro("weeks")
#endif
#ifdef OAIWIRE_HELD_weight
#undef OAIWIRE_HELD_weight
#pragma pop_macro("weight")
#endif
#ifdef OAIWIRE_HELD_weights
#undef OAIWIRE_HELD_weights
#pragma pop_macro("weights")
#endif
#ifdef OAIWIRE_HELD_wfilebuf
#undef OAIWIRE_HELD_wfilebuf
#pragma pop_macro("wfilebuf")
#endif
#ifdef OAIWIRE_HELD_wfstream
#undef OAIWIRE_HELD_wfstream
#pragma pop_macro("wfstream")
#endif
#ifdef OAIWIRE_HELD_what
#undef OAIWIRE_HELD_what
#pragma pop_macro("what")
#endif
#ifdef OAIWIRE_HELD_when
#undef OAIWIRE_HELD_when
#pragma pop_macro("when")
#endif
#ifdef OAIWIRE_HELD_where
#undef OAIWIRE_HELD_where
#pragma pop_macro("where")
#endif
#ifdef OAIWIRE_HELD_which
#undef OAIWIRE_HELD_which
#pragma pop_macro("which")
#endif
#ifdef OAIWIRE_HELD_while
#undef OAIWIRE_HELD_while
#pragma pop_macro("while")
#endif
#ifdef OAIWIRE_HELD_whole
#undef OAIWIRE_HELD_whole
#pragma pop_macro("whole")
#endif
#ifdef OAIWIRE_HELD_whose
#undef OAIWIRE_HELD_whose
#pragma pop_macro("whose")
#endif
#ifdef OAIWIRE_HELD_why
#undef OAIWIRE_HELD_why
#pragma pop_macro("why")
#endif
#ifdef OAIWIRE_HELD_wide
#undef OAIWIRE_HELD_wide
#pragma pop_macro("wide")
#endif
#ifdef OAIWIRE_HELD_widen
#undef OAIWIRE_HELD_widen
#pragma pop_macro("widen")
#endif
#ifdef OAIWIRE_HELD_wider
#undef OAIWIRE_HELD_wider
#pragma pop_macro("wider")
#endif
#ifdef OAIWIRE_HELD_widest
#undef OAIWIRE_HELD_widest
#pragma pop_macro("widest")
#endif
#ifdef OAIWIRE_HELD_width
#undef OAIWIRE_HELD_width
#pragma pop_macro("width")
#endif
#ifdef OAIWIRE_HELD_wifstream
#undef OAIWIRE_HELD_wifstream
#pragma pop_macro("wifstream")
#endif
#ifdef OAIWIRE_HELD_wine
#undef OAIWIRE_HELD_wine
#pragma pop_macro("wine")
#endif
#ifdef OAIWIRE_HELD_winsock
#undef OAIWIRE_HELD_winsock
#pragma pop_macro("winsock")
#endif
#ifdef OAIWIRE_HELD_wios
#undef OAIWIRE_HELD_wios
#pragma pop_macro("wios")
#endif
#ifdef OAIWIRE_HELD_wiostream
#undef OAIWIRE_HELD_wiostream
#pragma pop_macro("wiostream")
#endif
#ifdef OAIWIRE_HELD_wipe
#undef OAIWIRE_HELD_wipe
#pragma pop_macro("wipe")
#endif
#ifdef OAIWIRE_HELD_wire
#undef OAIWIRE_HELD_wire
#pragma pop_macro("wire")
#endif
#ifdef OAIWIRE_HELD_wistream
#undef OAIWIRE_HELD_wistream
#pragma pop_macro("wistream")
#endif
#ifdef OAIWIRE_HELD_wistringstream
#undef OAIWIRE_HELD_wistringstream
#pragma pop_macro("wistringstream")
#endif
#ifdef OAIWIRE_HELD_with
#undef OAIWIRE_HELD_with
#pragma pop_macro("with")
#endif
#ifdef OAIWIRE_HELD_within
#undef OAIWIRE_HELD_within
#pragma pop_macro("within")
#endif
#ifdef OAIWIRE_HELD_without
#undef OAIWIRE_HELD_without
#pragma pop_macro("without")
#endif
#ifdef OAIWIRE_HELD_wmemchr
#undef OAIWIRE_HELD_wmemchr
#pragma pop_macro("wmemchr")
#endif
#ifdef OAIWIRE_HELD_wmemcmp
#undef OAIWIRE_HELD_wmemcmp
#pragma pop_macro("wmemcmp")
#endif
#ifdef OAIWIRE_HELD_wmemcpy
#undef OAIWIRE_HELD_wmemcpy
#pragma pop_macro("wmemcpy")
#endif
#ifdef OAIWIRE_HELD_wmemmove
#undef OAIWIRE_HELD_wmemmove
#pragma pop_macro("wmemmove")
#endif
#ifdef OAIWIRE_HELD_wmemset
#undef OAIWIRE_HELD_wmemset
#pragma pop_macro("wmemset")
#endif
#ifdef OAIWIRE_HELD_wofstream
#undef OAIWIRE_HELD_wofstream
#pragma pop_macro("wofstream")
#endif
#ifdef OAIWIRE_HELD_woken
#undef OAIWIRE_HELD_woken
#pragma pop_macro("woken")
#endif
#ifdef OAIWIRE_HELD_word
#undef OAIWIRE_HELD_word
#pragma pop_macro("word")
#endif
#ifdef OAIWIRE_HELD_words
#undef OAIWIRE_HELD_words
#pragma pop_macro("words")
#endif
#ifdef OAIWIRE_HELD_work
#undef OAIWIRE_HELD_work
#pragma pop_macro("work")
#endif
#ifdef OAIWIRE_HELD_wostream
#undef OAIWIRE_HELD_wostream
#pragma pop_macro("wostream")
#endif
#ifdef OAIWIRE_HELD_wostringstream
#undef OAIWIRE_HELD_wostringstream
#pragma pop_macro("wostringstream")
#endif
#ifdef OAIWIRE_HELD_wosyncstream
#undef OAIWIRE_HELD_wosyncstream
#pragma pop_macro("wosyncstream")
#endif
#ifdef OAIWIRE_HELD_wprintf
#undef OAIWIRE_HELD_wprintf
#pragma pop_macro("wprintf")
#endif
#ifdef OAIWIRE_HELD_wrapped
#undef OAIWIRE_HELD_wrapped
#pragma pop_macro("wrapped")
#endif
#ifdef OAIWIRE_HELD_write
#undef OAIWIRE_HELD_write
#pragma pop_macro("write")
#endif
#ifdef OAIWIRE_HELD_writer
#undef OAIWIRE_HELD_writer
#pragma pop_macro("writer")
#endif
#ifdef OAIWIRE_HELD_writing
#undef OAIWIRE_HELD_writing
#pragma pop_macro("writing")
#endif
#ifdef OAIWIRE_HELD_written
#undef OAIWIRE_HELD_written
#pragma pop_macro("written")
#endif
#ifdef OAIWIRE_HELD_wrong
#undef OAIWIRE_HELD_wrong
#pragma pop_macro("wrong")
#endif
#ifdef OAIWIRE_HELD_wrote
#undef OAIWIRE_HELD_wrote
#pragma pop_macro("wrote")
#endif
#ifdef OAIWIRE_HELD_ws
#undef OAIWIRE_HELD_ws
#pragma pop_macro("ws")
#endif
#ifdef OAIWIRE_HELD_wscanf
#undef OAIWIRE_HELD_wscanf
#pragma pop_macro("wscanf")
#endif
#ifdef OAIWIRE_HELD_wstreambuf
#undef OAIWIRE_HELD_wstreambuf
#pragma pop_macro("wstreambuf")
#endif
#ifdef OAIWIRE_HELD_wstreampos
#undef OAIWIRE_HELD_wstreampos
#pragma pop_macro("wstreampos")
#endif
#ifdef OAIWIRE_HELD_wstring
#undef OAIWIRE_HELD_wstring
#pragma pop_macro("wstring")
#endif
#ifdef OAIWIRE_HELD_wstring_view
#undef OAIWIRE_HELD_wstring_view
#pragma pop_macro("wstring_view")
#endif
#ifdef OAIWIRE_HELD_wstringbuf
#undef OAIWIRE_HELD_wstringbuf
#pragma pop_macro("wstringbuf")
#endif
#ifdef OAIWIRE_HELD_wstringstream
#undef OAIWIRE_HELD_wstringstream
#pragma pop_macro("wstringstream")
#endif
#ifdef OAIWIRE_HELD_wsyncbuf
#undef OAIWIRE_HELD_wsyncbuf
#pragma pop_macro("wsyncbuf")
#endif
#ifdef OAIWIRE_HELD_x
#undef OAIWIRE_HELD_x
#pragma pop_macro("x")
#endif
#ifdef OAIWIRE_HELD_x25519
#undef OAIWIRE_HELD_x25519
#pragma pop_macro("x25519")
#endif
#ifdef OAIWIRE_HELD_xai
#undef OAIWIRE_HELD_xai
#pragma pop_macro("xai")
#endif
#ifdef OAIWIRE_HELD_xalloc
#undef OAIWIRE_HELD_xalloc
#pragma pop_macro("xalloc")
#endif
#ifdef OAIWIRE_HELD_xdigit
#undef OAIWIRE_HELD_xdigit
#pragma pop_macro("xdigit")
#endif
#ifdef OAIWIRE_HELD_xhigh
#undef OAIWIRE_HELD_xhigh
#pragma pop_macro("xhigh")
#endif
#ifdef OAIWIRE_HELD_xsgetn
#undef OAIWIRE_HELD_xsgetn
#pragma pop_macro("xsgetn")
#endif
#ifdef OAIWIRE_HELD_xsputn
#undef OAIWIRE_HELD_xsputn
#pragma pop_macro("xsputn")
#endif
#ifdef OAIWIRE_HELD_y
#undef OAIWIRE_HELD_y
#pragma pop_macro("y")
#endif
#ifdef OAIWIRE_HELD_ydm
#undef OAIWIRE_HELD_ydm
#pragma pop_macro("ydm")
#endif
#ifdef OAIWIRE_HELD_year
#undef OAIWIRE_HELD_year
#pragma pop_macro("year")
#endif
#ifdef OAIWIRE_HELD_years
#undef OAIWIRE_HELD_years
#pragma pop_macro("years")
#endif
#ifdef OAIWIRE_HELD_yes
#undef OAIWIRE_HELD_yes
#pragma pop_macro("yes")
#endif
#ifdef OAIWIRE_HELD_yield
#undef OAIWIRE_HELD_yield
#pragma pop_macro("yield")
#endif
#ifdef OAIWIRE_HELD_ymd
#undef OAIWIRE_HELD_ymd
#pragma pop_macro("ymd")
#endif
#ifdef OAIWIRE_HELD_z
#undef OAIWIRE_HELD_z
#pragma pop_macro("z")
#endif
#ifdef OAIWIRE_HELD_zero
#undef OAIWIRE_HELD_zero
#pragma pop_macro("zero")
#endif
#ifdef OAIWIRE_HELD_zhipu
#undef OAIWIRE_HELD_zhipu
#pragma pop_macro("zhipu")
#endif
